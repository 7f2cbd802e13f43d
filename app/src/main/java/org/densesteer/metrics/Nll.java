package org.densesteer.metrics;

import java.util.Arrays;

/** Means of token NLLs: −ln p(token), in nats, scored by the unsteered model. */
public final class Nll {

  private Nll() {}

  /** NLL of one trace: the mean over its tokens, in nats; NaN when there is none. */
  public static double mean(double... tokenNlls) {
    return Arrays.stream(tokenNlls).average().orElse(Double.NaN);
  }
}
