package org.densesteer.files.pickle;

import java.util.List;

/**
 * The description of a tensor: a view of a storage. Nothing in it is checked against the storage.
 *
 * @param storage where its elements lie
 * @param type its element type
 * @param offset index of its first element in the storage
 * @param sizes dimensions, outermost first
 * @param strides distance in the storage between neighbours of each dimension; 0 repeats one
 * @param negated whether each value is minus what lies in the storage, PyTorch's lazy {@code neg}
 */
public record PickledTensor(
    PickledStorage storage,
    TorchType type,
    long offset,
    List<Long> sizes,
    List<Long> strides,
    boolean negated) {}
