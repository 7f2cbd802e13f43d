package org.densesteer.steering;

import org.densesteer.common.FaultException;
import org.densesteer.common.Texts;

/**
 * A proportional controller that holds the mean KL(steered ‖ unsteered) of an answer's tokens near
 * a budget b: with the mean m of the tokens so far, g(t) = 1 − gain·(m − b)/b, cut to 0 to 1. So
 * steering is at its full strength up to the budget and ends at b·(1 + 1/gain).
 *
 * @param nats the budget b, nats a token, above 0
 * @param gain above 0
 */
public record KlBudget(double nats, double gain) implements Gate {

  /** How files and the command line begin it. */
  static final String ID = "kl:";

  /** Gain unless someone says otherwise: steering ends a quarter above the budget. */
  public static final double DEFAULT_GAIN = 4;

  /** Checks the numbers. */
  public KlBudget {
    if (!(nats > 0 && nats <= 1000)) {
      throw new FaultException(
          Texts.of("A KL budget must be above 0 and at most 1000 nats a token, not %s.", nats));
    }
    if (!(gain > 0 && gain <= 1e6)) {
      throw new FaultException(
          Texts.of("The gain of a KL budget must be above 0 and at most 1000000, not %s.", gain));
    }
  }

  @Override
  public double at(Seen seen) {
    return Math.max(0, Math.min(1, 1 - gain * (seen.meanKl() - nats) / nats));
  }

  @Override
  public boolean asksKl() {
    return true;
  }

  @Override
  public String text() {
    String own = gain == DEFAULT_GAIN ? "" : ",gain=" + GateText.number(gain);
    return ID + GateText.number(nats) + own;
  }

  @Override
  public String words() {
    return "KL budget " + GateText.number(nats) + " nats a token, gain " + GateText.number(gain);
  }
}
