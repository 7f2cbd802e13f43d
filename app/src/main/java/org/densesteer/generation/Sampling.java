package org.densesteer.generation;

import org.densesteer.common.FaultException;

/**
 * How the next token is chosen.
 *
 * @param temperature 0 for greedy, else the divisor of the logits
 * @param topP smallest probability mass that is kept, in (0, 1]
 * @param seed start of the random streams; the same seed gives the same tokens, and every arm has a
 *     stream of its own
 */
public record Sampling(double temperature, double topP, long seed) {

  /** The most likely token, always. */
  public static final Sampling GREEDY = new Sampling(0, 1, 0);

  /** Checks the ranges. */
  public Sampling {
    if (!(temperature >= 0 && temperature <= 100)) {
      throw new FaultException("Temperature must lie between 0 and 100, not " + temperature + ".");
    }
    if (!(topP > 0 && topP <= 1)) {
      throw new FaultException("Top-p must be above 0 and at most 1, not " + topP + ".");
    }
  }

  /** Whether no random number is drawn. */
  public boolean greedy() {
    return temperature == 0;
  }
}
