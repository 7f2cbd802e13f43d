package org.densesteer.model.checkpoint;

import org.jspecify.annotations.Nullable;

/**
 * Rotary position embedding: pair i of a head turns by {@code position · frequency(i)}.
 *
 * @param theta base of the frequencies
 * @param llama3 the Llama 3.1 rescaling, or null for none
 */
public record Rope(double theta, @Nullable Llama3Scaling llama3) {

  /**
   * Rescaling of Llama 3.1 and later: slow frequencies are divided by {@code factor}, fast ones are
   * kept, those between are blended (transformers, {@code rope_type: llama3}).
   *
   * @param factor divisor of the slow frequencies
   * @param lowFrequencyFactor wavelengths above {@code originalPositions / this} are slow
   * @param highFrequencyFactor wavelengths below {@code originalPositions / this} are fast
   * @param originalPositions context length before the rescaling
   */
  public record Llama3Scaling(
      double factor,
      double lowFrequencyFactor,
      double highFrequencyFactor,
      double originalPositions) {

    double scale(double frequency) {
      double wavelength = 2 * Math.PI / frequency;
      if (wavelength < originalPositions / highFrequencyFactor) {
        return frequency;
      }
      if (wavelength > originalPositions / lowFrequencyFactor) {
        return frequency / factor;
      }
      double smooth =
          (originalPositions / wavelength - lowFrequencyFactor)
              / (highFrequencyFactor - lowFrequencyFactor);
      return (1 - smooth) * frequency / factor + smooth * frequency;
    }
  }

  /** Angle in radians for pair {@code pair} of a head of width {@code headDim} at a position. */
  public double angle(int position, int pair, int headDim) {
    double frequency = Math.pow(theta, -2.0 * pair / headDim);
    return position * (llama3 == null ? frequency : llama3.scale(frequency));
  }
}
