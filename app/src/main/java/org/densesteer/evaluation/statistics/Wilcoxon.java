package org.densesteer.evaluation.statistics;

import java.util.Arrays;

/**
 * Wilcoxon's signed-rank test: do paired differences lie around 0? Differences of exactly 0 are
 * left out.
 *
 * <p>Sources: F. Wilcoxon, Biometrics Bulletin 1 (1945) 80–83; the exact distribution counts the
 * sign patterns of the observed ranks, ties included; the normal approximation with corrections for
 * ties and continuity is that of E. L. Lehmann, Nonparametrics (1975), chapter 3.
 */
public final class Wilcoxon {

  /** Most differences for which every sign pattern is counted. */
  static final int MOST_EXACT = 50;

  private Wilcoxon() {}

  /** Two-sided p value; exact for at most 50 differences that are not 0; 1 when there are none. */
  public static double test(double[] differences) {
    if (Arrays.stream(differences).anyMatch(Double::isNaN)) {
      throw new IllegalArgumentException("A difference is not a number.");
    }
    SignedRanks ranks = SignedRanks.of(differences);
    if (ranks.count() == 0) {
      return 1;
    }
    return ranks.count() <= MOST_EXACT ? exact(ranks) : approximate(ranks);
  }

  private static double exact(SignedRanks ranks) {
    double[] chance = new double[(int) ranks.total() + 1];
    chance[0] = 1;
    int reached = 0;
    for (int rank : ranks.doubled()) {
      reached += rank;
      for (int sum = reached; sum >= 0; sum--) {
        chance[sum] = (chance[sum] + (sum >= rank ? chance[sum - rank] : 0)) / 2;
      }
    }
    long smaller = Math.min(ranks.positive(), ranks.total() - ranks.positive());
    double tail = 0;
    for (int sum = 0; sum <= smaller; sum++) {
      tail += chance[sum];
    }
    return Math.min(1, 2 * tail);
  }

  private static double approximate(SignedRanks ranks) {
    double n = ranks.count();
    double distance = Math.abs(ranks.positive() / 2.0 - n * (n + 1) / 4);
    double variance = n * (n + 1) * (2 * n + 1) / 24 - ranks.tieTerm() / 48;
    double z = Math.max(0, distance - 0.5) / Math.sqrt(variance);
    return Math.min(1, 2 * StandardNormal.above(z));
  }
}
