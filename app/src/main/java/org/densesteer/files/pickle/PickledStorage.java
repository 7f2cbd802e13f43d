package org.densesteer.files.pickle;

/**
 * The mention of a tensor storage, which lies beside the pickle. Where it lay in memory (CPU, a
 * graphics card) makes no difference.
 *
 * @param type its element type
 * @param key name of the storage in the file
 * @param elements number of elements that it claims
 */
public record PickledStorage(TorchType type, String key, long elements) {}
