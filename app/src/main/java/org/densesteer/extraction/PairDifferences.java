package org.densesteer.extraction;

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
    double[] sum = new double[hiddenSize()];
    for (float[] pair : values[layer]) {
      for (int i = 0; i < sum.length; i++) {
        sum[i] += pair[i];
      }
    }
    float[] mean = new float[sum.length];
    for (int i = 0; i < sum.length; i++) {
      mean[i] = (float) (sum[i] / pairs());
    }
    return mean;
  }
}
