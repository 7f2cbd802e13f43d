package org.densesteer.steering;

import org.densesteer.common.FaultException;
import org.densesteer.common.Texts;

/**
 * g(t) = 1 while the likeliest token of the pass before had a probability below a bound, else 0:
 * only a model that hesitates is steered.
 *
 * @param bound above 0, at most 1
 */
public record ConfidenceGate(double bound) implements Gate {

  /** How files and the command line begin it. */
  static final String ID = "confidence<";

  /** Checks the bound. */
  public ConfidenceGate {
    if (!(bound > 0 && bound <= 1)) {
      throw new FaultException(
          Texts.of("The bound of a confidence must be above 0 and at most 1, not %s.", bound));
    }
  }

  @Override
  public double at(Seen seen) {
    return seen.topProbability() < bound ? 1 : 0;
  }

  @Override
  public boolean asksProbability() {
    return true;
  }

  @Override
  public String text() {
    return ID + GateText.number(bound);
  }

  @Override
  public String words() {
    return "confidence below " + GateText.number(bound);
  }
}
