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

  /** Whether any hidden state of this arm is changed. */
  public boolean isSteered() {
    return steerings.stream().anyMatch(Steering::active);
  }
}
