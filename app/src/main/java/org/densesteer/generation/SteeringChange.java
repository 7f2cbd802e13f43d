package org.densesteer.generation;

import java.util.List;
import org.densesteer.steering.Steering;

/**
 * An arm was steered anew while its answer grew.
 *
 * @param token index of the first token that the new steering chose
 * @param steerings what is added to its hidden states from then on
 */
public record SteeringChange(int token, List<Steering> steerings) {

  /** Freezes the list. */
  public SteeringChange {
    steerings = List.copyOf(steerings);
  }
}
