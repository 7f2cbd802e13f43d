package org.densesteer.extraction;

import java.util.Arrays;
import java.util.List;

/**
 * For every layer and pair the hidden state of the dense answer minus that of the sparse one.
 *
 * @param reading where the hidden states were read
 * @param values {@code [layers][pairs][hidden]}; treat the arrays as read-only
 */
public record PairDifferences(Reading reading, float[][][] values) {

  /** Number of decoder blocks. */
  public int layers() {
    return values.length;
  }

  /** Number of pairs. */
  public int pairs() {
    return values[0].length;
  }

  /** Width of the hidden states. */
  public int hiddenSize() {
    return values[0][0].length;
  }

  /** Mean over the pairs at one layer, not normalised. */
  public float[] mean(int layer) {
    double[] sum = sum(layer);
    float[] mean = new float[sum.length];
    for (int i = 0; i < sum.length; i++) {
      mean[i] = (float) (sum[i] / pairs());
    }
    return mean;
  }

  /**
   * How well the pairs agree on a direction: the share of pairs whose difference points the same
   * way as the mean of all <em>other</em> pairs, so that no pair vouches for itself.
   *
   * @return a share in 0..1; 1 for a single pair
   */
  public double agreement(int layer) {
    if (pairs() == 1) {
      return 1;
    }
    double[] sum = sum(layer);
    long agreeing =
        Arrays.stream(values[layer]).filter(pair -> projectionOnOthers(pair, sum) > 0).count();
    return (double) agreeing / pairs();
  }

  /** Only these pairs, by index. */
  public PairDifferences select(List<Integer> indices) {
    float[][][] chosen = new float[layers()][indices.size()][];
    for (int layer = 0; layer < layers(); layer++) {
      for (int i = 0; i < indices.size(); i++) {
        chosen[layer][i] = values[layer][indices.get(i)];
      }
    }
    return new PairDifferences(reading, chosen);
  }

  private double[] sum(int layer) {
    double[] sum = new double[hiddenSize()];
    for (float[] pair : values[layer]) {
      for (int i = 0; i < sum.length; i++) {
        sum[i] += pair[i];
      }
    }
    return sum;
  }

  private static double projectionOnOthers(float[] pair, double[] sum) {
    double dot = 0;
    for (int i = 0; i < sum.length; i++) {
      dot += pair[i] * (sum[i] - pair[i]);
    }
    return dot;
  }
}
