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
   * Compares right and wrong answers: McNemar's exact test, bootstrap interval. Where the arms
   * agree on every problem the interval is Newcombe's, since resampling would claim certainty.
   */
  public static PairedComparison ofShares(
      boolean[] baseline, boolean[] treated, Bootstrap bootstrap) {
    Concordance pairs = Concordance.of(baseline, treated);
    int n = pairs.count();
    double[] differences =
        IntStream.range(0, n)
            .mapToDouble(i -> (treated[i] ? 1 : 0) - (baseline[i] ? 1 : 0))
            .toArray();
    Interval interval =
        pairs.discordant() == 0
            ? Newcombe.interval(pairs, bootstrap.level())
            : bootstrap.ofMean(differences);
    return new PairedComparison(
        n,
        (double) pairs.baselineRight() / n,
        (double) pairs.treatedRight() / n,
        pairs.difference(),
        interval,
        n == 0 ? Double.NaN : McNemar.exact(pairs),
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
