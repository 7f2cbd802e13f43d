package org.densesteer.evaluation.statistics;

import java.util.function.DoublePredicate;

/**
 * Score interval of the difference of two paired proportions: every difference that the score test
 * does not reject. It stays honest where resampling collapses: where the arms agree on every
 * problem, or all that changed changed the same way.
 *
 * <p>Source: T. Tango, Equivalence test and confidence interval for the difference in proportions
 * for the paired-sample design, Statistics in Medicine 17 (1998) 891–908.
 */
public final class Tango {

  /** Halvings of an interval of width 2: more than a double can tell apart. */
  private static final int HALVINGS = 60;

  private Tango() {}

  /** Interval of treated minus baseline; unknown without problems. */
  public static Interval interval(Concordance pairs, double level) {
    int n = pairs.count();
    if (n == 0) {
      return Interval.unknown(level);
    }
    double z = StandardNormal.twoSided(level);
    double low = pairs.onlyBaseline() == n ? -1 : crossing(d -> score(pairs, d) > z);
    double high = pairs.onlyTreated() == n ? 1 : crossing(d -> score(pairs, d) > -z);
    return new Interval(low, high, level);
  }

  /** Where a score that falls with the difference stops being above a bound. */
  private static double crossing(DoublePredicate above) {
    double low = -1;
    double high = 1;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      if (above.test(middle)) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  /**
   * The score statistic of a supposed difference; at 0 it is McNemar's (b − c) / √(b + c).
   *
   * @param difference above −1 and below 1
   */
  static double score(Concordance pairs, double difference) {
    double n = pairs.count();
    double b = pairs.onlyTreated();
    double c = pairs.onlyBaseline();
    double observed = b - c - n * difference;
    if (observed == 0) {
      return 0;
    }
    double variance = n * (2 * share(n, b, c, difference) + difference * (1 - difference));
    return observed / Math.sqrt(Math.max(0, variance));
  }

  /** The most likely share of problems that only the baseline gets right, given the difference. */
  private static double share(double n, double b, double c, double difference) {
    double linear = (2 * n - b + c) * difference - b - c;
    double constant = -c * difference * (1 - difference);
    return (Math.sqrt(linear * linear - 8 * n * constant) - linear) / (4 * n);
  }
}
