package org.densesteer.extraction;

import java.util.Arrays;

/**
 * Dot products ⟨dᵢ, dⱼ⟩ of all pair differences at one layer. Mean and principal component of any
 * part of the pairs are weighted sums of differences, so their projections follow from these alone.
 */
final class PairProducts {

  private final double[][] products;

  private PairProducts(double[][] products) {
    this.products = products;
  }

  static PairProducts of(float[][] differences) {
    double[][] products = new double[differences.length][differences.length];
    for (int i = 0; i < differences.length; i++) {
      for (int j = 0; j <= i; j++) {
        products[i][j] = dot(differences[i], differences[j]);
        products[j][i] = products[i][j];
      }
    }
    return new PairProducts(products);
  }

  private static double dot(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (double) a[i] * b[i];
    }
    return sum;
  }

  int pairs() {
    return products.length;
  }

  /** The products among some pairs, by index. */
  double[][] among(int[] pairs) {
    return Arrays.stream(pairs)
        .mapToObj(i -> Arrays.stream(pairs).mapToDouble(j -> products[i][j]).toArray())
        .toArray(double[][]::new);
  }

  /** ‖Σ weightₖ·d‖ over some pairs. */
  double norm(int[] pairs, double[] weights) {
    double square = 0;
    for (int a = 0; a < pairs.length; a++) {
      square += weights[a] * projection(pairs[a], pairs, weights);
    }
    return Math.sqrt(Math.max(0, square));
  }

  /** ⟨d of one pair, Σ weightₖ·d over some pairs⟩. */
  double projection(int pair, int[] pairs, double[] weights) {
    double sum = 0;
    for (int a = 0; a < pairs.length; a++) {
      sum += weights[a] * products[pair][pairs[a]];
    }
    return sum;
  }

  /** ‖d‖ of one pair. */
  double norm(int pair) {
    return Math.sqrt(products[pair][pair]);
  }
}
