package org.densesteer.ui.settings;

import org.densesteer.steering.Operator;
import org.jspecify.annotations.Nullable;

/**
 * A vector that worked beside the one in use.
 *
 * @param vector {@link Settings#SAMPLE}, or the vector file
 * @param layer 0-based decoder block
 * @param strength λ
 * @param operator how its direction meets the hidden state
 * @param on whether it was at work
 */
public record SavedMix(
    @Nullable String vector, int layer, double strength, @Nullable Operator operator, boolean on) {

  /** Replaces what a file leaves out or has wrong. */
  public SavedMix {
    vector = vector == null ? Settings.SAMPLE : vector;
    operator = operator == null ? Operator.ADD : operator;
    strength = Double.isFinite(strength) ? strength : 0;
  }
}
