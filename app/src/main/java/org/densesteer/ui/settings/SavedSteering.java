package org.densesteer.ui.settings;

import org.densesteer.steering.Gate;
import org.densesteer.steering.Operator;
import org.jspecify.annotations.Nullable;

/**
 * The steering panel as it was left.
 *
 * @param layer 0-based decoder block; negative for what the vector recommends
 * @param strength λ
 * @param where name of the choice of positions
 * @param fromStep first reasoning step steered, from 1
 * @param operator how the direction meets the hidden state
 * @param live whether a slider changes the very next token instead of starting anew
 * @param gate how strengths follow the answer, as {@code --gate} takes it
 */
public record SavedSteering(
    int layer,
    double strength,
    String where,
    int fromStep,
    @Nullable Operator operator,
    boolean live,
    String gate) {

  /** What the vector recommends, everywhere, started anew. */
  public static final SavedSteering DEFAULT =
      new SavedSteering(-1, 0, "EVERYWHERE", 2, Operator.ADD, false);

  /** With strengths that stay as they are set. */
  public SavedSteering(
      int layer,
      double strength,
      String where,
      int fromStep,
      @Nullable Operator operator,
      boolean live) {
    this(layer, strength, where, fromStep, operator, live, Gate.CONSTANT.text());
  }

  /** The same with another gate. */
  public SavedSteering gated(String other) {
    return new SavedSteering(layer, strength, where, fromStep, operator, live, other);
  }

  /** Replaces what a file leaves out or has wrong. */
  public SavedSteering {
    strength = Double.isFinite(strength) ? strength : 0;
    where = where == null ? "EVERYWHERE" : where;
    fromStep = Math.min(Math.max(fromStep, 1), 999);
    operator = operator == null ? Operator.ADD : operator;
    gate = gate == null ? Gate.CONSTANT.text() : gate;
  }
}
