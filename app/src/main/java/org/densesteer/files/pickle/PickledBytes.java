package org.densesteer.files.pickle;

import java.nio.ByteBuffer;

/**
 * Bytes within a pickle.
 *
 * @param content the bytes, from position 0
 */
public record PickledBytes(ByteBuffer content) {}
