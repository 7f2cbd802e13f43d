package org.densesteer.files.pickle;

import java.util.List;

/**
 * The description of a tensor: a view of a storage. Nothing in it is checked against the storage.
 *
 * @param storage where its elements lie
 * @param offset index of its first element in the storage
 * @param sizes dimensions, outermost first
 * @param strides distance in the storage between neighbours of each dimension
 */
public record PickledTensor(
    PickledStorage storage, long offset, List<Long> sizes, List<Long> strides) {}
