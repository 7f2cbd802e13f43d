package org.densesteer.metrics;

import java.util.Arrays;

/** Means of token NLLs: −ln p(token), in nats, scored by the unsteered model. */
public final class Nll {

  private Nll() {}

  /** NLL of one trace: the mean over its tokens, in nats; NaN when there is none. */
  public static double mean(double... tokenNlls) {
    return Arrays.stream(tokenNlls).average().orElse(Double.NaN);
  }

  /**
   * ln(mean over traces of exp(trace NLL)), in nats: the log of the mean perplexity, as Figure 6 of
   * the DenseSteer paper plots it. Never less than the mean of the trace NLLs.
   *
   * @param traceNlls one mean NLL for each trace
   * @return NaN when there is no trace or one of them is NaN
   */
  public static double logMeanExp(double... traceNlls) {
    double largest = Arrays.stream(traceNlls).max().orElse(Double.NaN);
    if (!Double.isFinite(largest)) {
      return largest;
    }
    double sum = Arrays.stream(traceNlls).map(nll -> Math.exp(nll - largest)).sum();
    return largest + Math.log(sum / traceNlls.length);
  }
}
