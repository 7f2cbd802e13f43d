package org.densesteer.evaluation.statistics;

import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * Exact sign test: of cases decided one way or the other, are as many decided the one way as the
 * other? Cases that are even say nothing and are left out.
 *
 * <p>Source: W. J. Dixon and A. M. Mood, The statistical sign test, JASA 41 (1946) 557–566; the
 * two-sided binomial test at one half.
 */
public final class SignTest {

  private SignTest() {}

  /** Two-sided p value; 1 when nothing was decided. */
  public static double exact(int one, int other) {
    int decided = one + other;
    if (decided == 0) {
      return 1;
    }
    double tail = BinomialDistribution.of(decided, 0.5).cumulativeProbability(Math.min(one, other));
    return Math.min(1, 2 * tail);
  }
}
