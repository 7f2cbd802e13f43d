package org.densesteer.metrics;

/** Kullback–Leibler divergence between two next-token distributions. */
public final class Kl {

  private Kl() {}

  /**
   * KL(P ‖ Q) = Σ p·(ln p − ln q), in nats.
   *
   * @param logP ln p of every token of the vocabulary, normalised; −∞ where p is 0
   * @param logQ ln q in the same order
   * @return at least 0; +∞ where Q has no mass on a token that P has
   * @throws IllegalArgumentException when the lengths differ
   */
  public static double divergence(double[] logP, double[] logQ) {
    if (logP.length != logQ.length) {
      throw new IllegalArgumentException(
          "distributions over " + logP.length + " and " + logQ.length + " tokens");
    }
    double sum = 0;
    for (int i = 0; i < logP.length; i++) {
      double p = Math.exp(logP[i]);
      if (p != 0) {
        sum += p * (logP[i] - logQ[i]);
      }
    }
    return sum < 0 ? 0 : sum; // rounding alone can bring it below 0
  }
}
