package org.densesteer.evaluation.statistics;

import java.util.Arrays;
import java.util.function.IntSupplier;

/**
 * Seeded bootstrap interval of a mean, bias-corrected and accelerated (BCa), which also holds for
 * the skewed differences that steering brings about. Everything of one size is resampled the same
 * way, so all measures and all cells of a sweep stand on the same draws of problems.
 *
 * <p>Source: B. Efron, Better bootstrap confidence intervals, JASA 82 (1987) 171–185.
 */
public final class Bootstrap {

  /** Enough for the ends of a 95 % interval to move by little more than 1 % of its width. */
  public static final int DEFAULT_RESAMPLES = 4000;

  private static final double ROUNDING = 1e-12;

  private final int resamples;
  private final double level;
  private final Draws draws;

  /**
   * Prepares resampling.
   *
   * @param resamples how many resamples, at least 100
   * @param seed start of the random numbers
   * @param level confidence, such as 0.95
   */
  public Bootstrap(int resamples, long seed, double level) {
    if (resamples < 100 || !(level > 0 && level < 1)) {
      throw new IllegalArgumentException(resamples + " resamples, level " + level);
    }
    this.resamples = resamples;
    this.level = level;
    this.draws = new Draws(resamples, seed);
  }

  /** 4,000 resamples and 95 % confidence. */
  public static Bootstrap seeded(long seed) {
    return new Bootstrap(DEFAULT_RESAMPLES, seed, 0.95);
  }

  /** Confidence of the intervals. */
  public double level() {
    return level;
  }

  /**
   * Interval of the mean. Unknown for fewer than two values, and where all values are equal: then
   * every resample is the same, which says nothing of how far the mean may be from the true one.
   */
  public Interval ofMean(double[] values) {
    if (values.length < 2 || allEqual(values)) {
      return Interval.unknown(level);
    }
    double mean = mean(values);
    double[] means = resampledMeans(values);
    double bias = StandardNormal.quantile(shareBelow(means, mean));
    double acceleration = acceleration(values, mean);
    double z = StandardNormal.twoSided(level);
    return new Interval(
        quantile(means, adjusted(-z, bias, acceleration)),
        quantile(means, adjusted(z, bias, acceleration)),
        level);
  }

  /** Equal but for rounding: differences of equal size come out a few last bits apart. */
  static boolean allEqual(double[] values) {
    double low = Arrays.stream(values).min().orElse(Double.NaN);
    double high = Arrays.stream(values).max().orElse(Double.NaN);
    return high - low <= ROUNDING * Math.max(Math.abs(low), Math.abs(high));
  }

  static double mean(double[] values) {
    return Arrays.stream(values).sum() / values.length;
  }

  private double[] resampledMeans(double[] values) {
    int n = values.length;
    IntSupplier next = draws.of(n);
    double[] means = new double[resamples];
    for (int b = 0; b < resamples; b++) {
      double sum = 0;
      for (int i = 0; i < n; i++) {
        sum += values[next.getAsInt()];
      }
      means[b] = sum / n;
    }
    Arrays.sort(means);
    return means;
  }

  /** Share of the sorted means below the mean, ties counted half, never 0 or 1. */
  private static double shareBelow(double[] sorted, double mean) {
    double tolerance = 1e-12 * Math.max(1, Math.abs(mean));
    double below = 0;
    for (double value : sorted) {
      below += value < mean - tolerance ? 1 : value <= mean + tolerance ? 0.5 : 0;
    }
    return Math.min(sorted.length - 0.5, Math.max(0.5, below)) / sorted.length;
  }

  /** The jackknife's acceleration, which for a mean needs no jackknife. */
  private static double acceleration(double[] values, double mean) {
    double squares = 0;
    double cubes = 0;
    for (double value : values) {
      double d = value - mean;
      squares += d * d;
      cubes += d * d * d;
    }
    return cubes / (6 * Math.pow(squares, 1.5));
  }

  private static double adjusted(double z, double bias, double acceleration) {
    double shifted = bias + z;
    return StandardNormal.below(bias + shifted / (1 - acceleration * shifted));
  }

  /** Linear interpolation between order statistics. */
  private static double quantile(double[] sorted, double share) {
    double at = share * (sorted.length - 1);
    int low = (int) Math.floor(at);
    int high = Math.min(low + 1, sorted.length - 1);
    return sorted[low] + (at - low) * (sorted[high] - sorted[low]);
  }
}
