package org.densesteer.model.checkpoint;

/**
 * Rotary position embedding: pair i of a head turns by {@code position · frequency(i)}.
 *
 * @param theta base of the frequencies
 * @param scaling how far positions are made to reach
 */
public record Rope(double theta, RopeScaling scaling) {

  /**
   * Radians per position for every pair of a head.
   *
   * @param length positions of the text that is read; only a dynamic scaling looks at it
   */
  public float[] frequencies(int headDim, int length) {
    float[] frequencies = new float[headDim / 2];
    for (int pair = 0; pair < frequencies.length; pair++) {
      frequencies[pair] = scaling.frequency(theta, pair, headDim, length);
    }
    return frequencies;
  }
}
