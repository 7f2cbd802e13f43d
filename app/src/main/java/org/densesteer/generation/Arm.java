package org.densesteer.generation;

import java.util.List;
import org.densesteer.steering.Steering;

/**
 * One answer that grows in lock step with the others.
 *
 * @param name what it is called in files and on screen: {@code baseline}, {@code steered}, …
 * @param steerings what is added to its hidden states; empty for an unsteered arm
 */
public record Arm(String name, List<Steering> steerings) {

  /** Name of the unsteered arm. */
  public static final String BASELINE = "baseline";

  /** Name of the steered arm. */
  public static final String STEERED = "steered";

  /** Freezes the list. */
  public Arm {
    steerings = List.copyOf(steerings);
  }

  /** The unsteered arm. */
  public static Arm baseline() {
    return new Arm(BASELINE, List.of());
  }

  /** An arm with one vector at work. */
  public static Arm steered(Steering steering) {
    return new Arm(STEERED, List.of(steering));
  }

  /**
   * A steered arm beside others, called by what sets it apart: {@code v at layer 3, strength 2}.
   *
   * @param steerings the first of them is what it is called by
   */
  public static Arm beside(List<Steering> steerings) {
    Steering own = steerings.get(0);
    return new Arm(
        own.vector().name()
            + " at layer "
            + own.layer()
            + ", strength "
            + Double.toString(own.strength()).replaceFirst("\\.0$", ""),
        steerings);
  }

  /** Whether any hidden state of this arm is changed. */
  public boolean isSteered() {
    return steerings.stream().anyMatch(Steering::active);
  }
}
