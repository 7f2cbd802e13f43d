package org.densesteer.evaluation.statistics;

import java.util.Arrays;

/**
 * Where an effect stands among the effects of placebos.
 *
 * @param effect the effect in question
 * @param placebos effects of the placebos, at least one
 * @param asLarge how many placebos had an effect at least as large in size, whatever its sign
 * @param pValue (asLarge + 1) / (placebos + 1)
 */
public record PlaceboRank(double effect, double[] placebos, int asLarge, double pValue) {

  /**
   * Compares sizes.
   *
   * <p>Source of the p value: B. Phipson and G. K. Smyth, Permutation p-values should never be
   * zero, Statistical Applications in Genetics and Molecular Biology 9 (2010) article 39.
   */
  public static PlaceboRank of(double effect, double[] placebos) {
    if (placebos.length == 0) {
      throw new IllegalArgumentException("no placebos");
    }
    int asLarge =
        (int) Arrays.stream(placebos).filter(p -> Math.abs(p) >= Math.abs(effect)).count();
    return new PlaceboRank(effect, placebos, asLarge, (asLarge + 1.0) / (placebos.length + 1));
  }

  /** The smallest p value that this many placebos can give. */
  public double smallestPossible() {
    return 1.0 / (placebos.length + 1);
  }
}
