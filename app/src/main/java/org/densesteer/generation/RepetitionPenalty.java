package org.densesteer.generation;

import java.util.BitSet;

/**
 * Holds down the tokens that a text has already, as transformers' {@code
 * RepetitionPenaltyLogitsProcessor} does: each of them once, however often it came, in float32.
 */
final class RepetitionPenalty {

  private final float penalty;
  private final BitSet seen = new BitSet();

  /**
   * Begins with a prompt.
   *
   * @param penalty 1 changes nothing
   */
  RepetitionPenalty(double penalty, int[] promptIds) {
    this.penalty = (float) penalty;
    for (int id : promptIds) {
      seen.set(id);
    }
  }

  /** The text goes on with this token. */
  void add(int id) {
    seen.set(id);
  }

  /** Changes the logits of the tokens that came. */
  void applyTo(float[] logits) {
    for (int id = seen.nextSetBit(0); id >= 0 && id < logits.length; id = seen.nextSetBit(id + 1)) {
      logits[id] = logits[id] < 0 ? logits[id] * penalty : logits[id] / penalty;
    }
  }
}
