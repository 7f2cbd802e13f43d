package org.densesteer.evaluation.statistics;

/** How many problems it takes to see a difference. */
public final class SampleSize {

  private SampleSize() {}

  /**
   * Problems needed for McNemar's test to show a difference between two paired proportions.
   *
   * <p>Source: R. J. Connor, Sample size for testing differences in proportions for the
   * paired-sample design, Biometrics 43 (1987) 207–211: n = (z₁₋α⁄₂ √ψ + z₁₋β √(ψ − d²))² / d².
   *
   * @param difference d, such as 0.02 for 2 points; not 0
   * @param discordantShare ψ, share of problems on which the arms differ; raised to |d|, its least
   *     possible value, when below
   * @param alpha two-sided level, such as 0.05
   * @param power chance to see the difference, such as 0.8
   */
  public static long forProportions(
      double difference, double discordantShare, double alpha, double power) {
    double d = Math.abs(difference);
    double psi = Math.max(discordantShare, d);
    double root =
        StandardNormal.twoSided(1 - alpha) * Math.sqrt(psi)
            + StandardNormal.quantile(power) * Math.sqrt(psi - d * d);
    return (long) Math.ceil(root * root / (d * d));
  }

  /**
   * Problems needed to see that the mean of paired differences is not 0: n = ((z₁₋α⁄₂ + z₁₋β) σ /
   * d)², the usual normal approximation.
   *
   * @param difference d, in the measure's unit; not 0
   * @param deviation σ, standard deviation of the paired differences
   */
  public static long forMeans(double difference, double deviation, double alpha, double power) {
    double z = StandardNormal.twoSided(1 - alpha) + StandardNormal.quantile(power);
    double root = z * deviation / difference;
    return Math.max(2, (long) Math.ceil(root * root));
  }
}
