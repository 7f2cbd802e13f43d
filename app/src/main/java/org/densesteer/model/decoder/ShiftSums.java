package org.densesteer.model.decoder;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;

/**
 * Over some positions the sums, for every token of the vocabulary, of how much likelier it is in
 * one line of logits than in another. {@link Decoder#observe} adds to them. Used on the decoder's
 * thread.
 */
public final class ShiftSums implements AutoCloseable {

  private final NDManager scope;
  private final PtNDArray sums;
  private int positions;

  ShiftSums(NDManager manager, int vocabulary) {
    scope = manager.newSubManager();
    sums = (PtNDArray) scope.zeros(new Shape(2, vocabulary));
  }

  /** The sums, to which a position is added. */
  PtNDArray next() {
    positions++;
    return sums;
  }

  /** How many positions there were. */
  public int positions() {
    return positions;
  }

  /** Of every token Σ (ln p steered − ln p unsteered) in nats, then of every token Σ (p − p). */
  public float[] values() {
    return sums.toFloatArray();
  }

  @Override
  public void close() {
    scope.close();
  }
}
