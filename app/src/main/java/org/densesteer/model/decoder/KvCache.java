package org.densesteer.model.decoder;

import ai.djl.pytorch.jni.IValue;

/**
 * Keys and values of some rows, for every block a tensor of shape {@code [rows, 2·kvHeads,
 * positions + SPARE, headDim]}: keys in the first half of the heads, values in the second.
 */
public final class KvCache implements AutoCloseable {

  /** Positions behind the last, since steps look at whole groups of keys. */
  public static final int SPARE = DecoderText.KEY_STEP - 1;

  private final IValue tensors;
  private final int rows;
  private final int positions;

  KvCache(IValue tensors, int rows, int positions) {
    this.tensors = tensors;
    this.rows = rows;
    this.positions = positions;
  }

  IValue tensors() {
    return tensors;
  }

  /** Number of rows. */
  public int rows() {
    return rows;
  }

  /** Most positions a row can hold. */
  public int positions() {
    return positions;
  }

  @Override
  public void close() {
    tensors.close();
  }
}
