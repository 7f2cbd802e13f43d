package org.densesteer.evaluation.statistics;

import org.apache.commons.statistics.distribution.NormalDistribution;

/** The normal distribution with mean 0 and deviation 1. */
final class StandardNormal {

  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  private StandardNormal() {}

  /** Φ(z). */
  static double below(double z) {
    return NORMAL.cumulativeProbability(z);
  }

  /** 1 − Φ(z), precise far out. */
  static double above(double z) {
    return NORMAL.survivalProbability(z);
  }

  /** Φ⁻¹(p). */
  static double quantile(double p) {
    return NORMAL.inverseCumulativeProbability(p);
  }

  /** The z that leaves (1 − level) / 2 on either side. */
  static double twoSided(double level) {
    return NORMAL.inverseSurvivalProbability((1 - level) / 2);
  }
}
