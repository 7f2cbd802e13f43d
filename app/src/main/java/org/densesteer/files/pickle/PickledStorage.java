package org.densesteer.files.pickle;

/**
 * The mention of a tensor storage, which lies beside the pickle.
 *
 * @param type one of the storage types
 * @param key name of the storage in the archive's {@code data} folder
 * @param elements number of elements that it claims
 */
public record PickledStorage(AllowedGlobal type, String key, long elements) {}
