package org.densesteer.extraction;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How well the pairs of one layer agree on a direction, judged only by pairs that had no part in
 * it. The mean difference is made anew without each single pair (leave one out); the principal
 * component without each of ten parts, pair i being in part i mod 10.
 *
 * @param share share of pairs whose difference projects positively on the direction of the others,
 *     in 0..1; NaN for a single pair
 * @param cosine mean cosine between a pair's difference and the direction of the others, in −1..1;
 *     NaN for a single pair
 */
public record CrossValidation(double share, double cosine) {

  private static final int PARTS = 10;

  /** Validates a method at one 0-based decoder block. */
  public static CrossValidation of(
      PairDifferences differences, ExtractionMethod method, int layer) {
    PairProducts products = PairProducts.of(differences.values()[layer]);
    int pairs = products.pairs();
    if (pairs == 1) {
      return new CrossValidation(Double.NaN, Double.NaN);
    }
    int parts = method == ExtractionMethod.PCA ? Math.min(PARTS, pairs) : pairs;
    int positive = 0;
    double cosines = 0;
    for (int part = 0; part < parts; part++) {
      int held = part;
      int[] others = IntStream.range(0, pairs).filter(i -> i % parts != held).toArray();
      double[] weights = weights(products, others, method);
      double norm = products.norm(others, weights);
      for (int pair = part; pair < pairs; pair += parts) {
        double projection = products.projection(pair, others, weights);
        double norms = norm * products.norm(pair);
        positive += projection > 0 ? 1 : 0;
        cosines += norms == 0 ? 0 : Math.max(-1, Math.min(1, projection / norms));
      }
    }
    return new CrossValidation((double) positive / pairs, cosines / pairs);
  }

  private static double[] weights(PairProducts products, int[] pairs, ExtractionMethod method) {
    if (method == ExtractionMethod.PCA) {
      return PrincipalComponent.weights(products.among(pairs));
    }
    double[] equal = new double[pairs.length];
    Arrays.fill(equal, 1.0 / pairs.length);
    return equal;
  }
}
