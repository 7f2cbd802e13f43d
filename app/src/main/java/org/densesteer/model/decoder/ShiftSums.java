package org.densesteer.model.decoder;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import org.densesteer.model.torch.TorchProgram;

/**
 * Over some positions the sums, for every token of the vocabulary, of how much likelier it is in
 * one line of logits than in another. Used on the decoder's thread.
 */
public final class ShiftSums implements AutoCloseable {

  private final TorchProgram program;
  private final NDManager scope;
  private final PtNDArray sums;
  private int positions;

  ShiftSums(TorchProgram program, int vocabulary) {
    this.program = program;
    scope = program.manager().newSubManager();
    sums = (PtNDArray) scope.zeros(new Shape(2, vocabulary));
  }

  /**
   * Adds a position.
   *
   * @param line its line under the steered model; the next is its line under the unsteered one
   */
  public void add(Logits logits, int line) {
    program.call("shift").tensor(logits.array()).integer(line).tensor(sums).runVoid();
    positions++;
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
