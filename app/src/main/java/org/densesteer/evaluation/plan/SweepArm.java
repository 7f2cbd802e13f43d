package org.densesteer.evaluation.plan;

import java.io.Serializable;
import org.densesteer.generation.Arm;
import org.jspecify.annotations.Nullable;

/**
 * One way of answering all problems.
 *
 * @param name {@code baseline}, {@code steered}, or the name of a placebo
 * @param layer 0-based decoder block; null for the baseline
 * @param strength λ of the cell, also for a placebo that stands in for it; 0 for the baseline
 */
public record SweepArm(String name, @Nullable Integer layer, double strength)
    implements Serializable {

  /** The unsteered arm. */
  public static final SweepArm BASELINE = new SweepArm(Arm.BASELINE, null, 0);

  /** A cell of the grid; the baseline itself when the strength is 0. */
  public static SweepArm cell(int layer, double strength) {
    return strength == 0 ? BASELINE : new SweepArm(Arm.STEERED, layer, strength);
  }

  /** Whether this is the unsteered arm. */
  public boolean isBaseline() {
    return layer == null;
  }

  /** Whether this is a cell of the grid, not the baseline and not a placebo. */
  public boolean isSteered() {
    return name.equals(Arm.STEERED);
  }

  /** A few words for a person: {@code layer 3, strength 2.5}. */
  public String describe() {
    if (isBaseline()) {
      return "baseline";
    }
    String cell = "layer " + layer + ", strength " + StrengthRange.text(strength);
    return isSteered() ? cell : name + " at " + cell;
  }
}
