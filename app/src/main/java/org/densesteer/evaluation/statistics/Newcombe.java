package org.densesteer.evaluation.statistics;

/**
 * Score interval of the difference of two paired proportions; it stays honest where resampling
 * collapses, that is, when the two arms agree on every problem.
 *
 * <p>Source: R. G. Newcombe, Improved confidence intervals for the difference between binomial
 * proportions based on paired data, Statistics in Medicine 17 (1998) 2635–2650, method 10.
 */
public final class Newcombe {

  private Newcombe() {}

  /** Interval of treated minus baseline; unknown without problems. */
  public static Interval interval(Concordance pairs, double level) {
    int n = pairs.count();
    if (n == 0) {
      return Interval.unknown(level);
    }
    double treated = (double) pairs.treatedRight() / n;
    double baseline = (double) pairs.baselineRight() / n;
    Interval ofTreated = Wilson.interval(pairs.treatedRight(), n, level);
    Interval ofBaseline = Wilson.interval(pairs.baselineRight(), n, level);
    double phi = correlation(pairs);
    double down = distance(treated - ofTreated.low(), ofBaseline.high() - baseline, phi);
    double up = distance(ofTreated.high() - treated, baseline - ofBaseline.low(), phi);
    double difference = pairs.difference();
    return new Interval(Math.max(-1, difference - down), Math.min(1, difference + up), level);
  }

  private static double distance(double x, double y, double phi) {
    return Math.sqrt(Math.max(0, x * x - 2 * phi * x * y + y * y));
  }

  /** φ of the 2×2 table, its numerator corrected for continuity; 0 where it is undefined. */
  private static double correlation(Concordance pairs) {
    double n = pairs.count();
    double margins =
        (double) pairs.baselineRight()
            * (n - pairs.baselineRight())
            * pairs.treatedRight()
            * (n - pairs.treatedRight());
    if (margins == 0) {
      return 0;
    }
    double cross =
        (double) pairs.both() * pairs.neither()
            - (double) pairs.onlyBaseline() * pairs.onlyTreated();
    double corrected = cross > 0 ? Math.max(0, cross - n / 2) : cross;
    return corrected / Math.sqrt(margins);
  }
}
