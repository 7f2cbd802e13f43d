package org.densesteer.evaluation.statistics;

import java.util.stream.IntStream;

/**
 * One arm against the baseline on the same problems.
 *
 * @param count problems compared: those on which both arms have the measure
 * @param baseline mean of the baseline; NaN without problems
 * @param treated mean of the other arm; NaN without problems
 * @param difference treated minus baseline
 * @param interval confidence interval of the difference
 * @param pValue two-sided p value of {@code test}, not corrected; NaN without problems
 * @param test what gave the p value
 * @param spread share of discordant problems for {@link Test#MCNEMAR}, standard deviation of the
 *     differences for {@link Test#WILCOXON}
 */
public record PairedComparison(
    int count,
    double baseline,
    double treated,
    double difference,
    Interval interval,
    double pValue,
    Test test,
    double spread) {

  /** What tests a difference. */
  public enum Test {
    /** McNemar's exact test, for yes and no. */
    MCNEMAR("McNemar's exact test"),
    /** Wilcoxon's signed-rank test, for figures. */
    WILCOXON("Wilcoxon's signed-rank test");

    private final String label;

    Test(String label) {
      this.label = label;
    }

    /** Its name for a person. */
    public String label() {
      return label;
    }
  }

  /**
   * Compares right and wrong answers: McNemar's exact test, Tango's score interval. The interval
   * holds every difference that is not rejected at its level, by the score test, but at 0 by the
   * exact test itself, which is the stricter of the two with few discordant pairs: so the interval
   * leaves 0 out only where the p value beside it is below 1 − level.
   *
   * @param level confidence of the interval, such as 0.95
   */
  public static PairedComparison ofShares(boolean[] baseline, boolean[] treated, double level) {
    Concordance pairs = Concordance.of(baseline, treated);
    int n = pairs.count();
    double pValue = n == 0 ? Double.NaN : McNemar.exact(pairs);
    Interval score = Tango.interval(pairs, level);
    return new PairedComparison(
        n,
        (double) pairs.baselineRight() / n,
        (double) pairs.treatedRight() / n,
        pairs.difference(),
        pValue >= 1 - level ? score.reachingTo(0) : score,
        pValue,
        Test.MCNEMAR,
        (double) pairs.discordant() / n);
  }

  /**
   * Compares figures: Wilcoxon's signed-rank test, bootstrap interval of the mean difference.
   * Problems on which either figure is NaN are left out.
   */
  public static PairedComparison ofFigures(
      double[] baseline, double[] treated, Bootstrap bootstrap) {
    if (baseline.length != treated.length) {
      throw new IllegalArgumentException(baseline.length + " against " + treated.length);
    }
    int[] known =
        IntStream.range(0, baseline.length)
            .filter(i -> !Double.isNaN(treated[i] - baseline[i]))
            .toArray();
    double[] differences = IntStream.of(known).mapToDouble(i -> treated[i] - baseline[i]).toArray();
    double difference = Bootstrap.mean(differences);
    return new PairedComparison(
        known.length,
        IntStream.of(known).mapToDouble(i -> baseline[i]).average().orElse(Double.NaN),
        IntStream.of(known).mapToDouble(i -> treated[i]).average().orElse(Double.NaN),
        difference,
        bootstrap.ofMean(differences),
        known.length == 0 ? Double.NaN : Wilcoxon.test(differences),
        Test.WILCOXON,
        deviation(differences, difference));
  }

  private static double deviation(double[] values, double mean) {
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    return Math.sqrt(squares / (values.length - 1));
  }
}
