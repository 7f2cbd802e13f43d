package org.densesteer.notebook;

import java.util.List;
import org.densesteer.generation.SteeringChange;

/**
 * An arm was steered anew while its answer grew.
 *
 * @param token index of the first token that the new steering chose
 * @param steerings what steered it from then on
 */
public record RunChange(int token, List<RunSteering> steerings) {

  /** Freezes the list. */
  public RunChange {
    steerings = List.copyOf(steerings);
  }

  /** What is recorded of it. */
  public static RunChange of(SteeringChange change) {
    return new RunChange(change.token(), RunSteering.all(change.steerings()));
  }
}
