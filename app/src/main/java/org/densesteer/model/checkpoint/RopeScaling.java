package org.densesteer.model.checkpoint;

/**
 * How a model reaches further than the positions it was first trained on, as transformers computes
 * it ({@code modeling_rope_utils.py}, 5.18). All in float32, as there: at far positions the last
 * bits of a frequency are seen in the logits.
 */
public sealed interface RopeScaling {

  /** The frequencies as they are. */
  RopeScaling NONE = new None();

  /**
   * Radians per position of pair {@code pair}.
   *
   * @param base base of the frequencies
   * @param pair pair of the head, from 0
   * @param headDim width of the head
   * @param length positions of the text that is read; only a dynamic scaling looks at it
   */
  float frequency(double base, int pair, int headDim, int length);

  /** What cosine and sine are multiplied by. */
  default float attentionFactor() {
    return 1;
  }

  /** Whether a text of this length has frequencies of its own. */
  default boolean changesFor(int length) {
    return false;
  }

  /**
   * How many positions can be used.
   *
   * @param maxPositions {@code max_position_embeddings}
   */
  default int reach(int maxPositions) {
    return maxPositions;
  }

  private static float plain(float base, int pair, int headDim) {
    return 1 / power(base, pair, headDim);
  }

  private static float power(float base, int pair, int headDim) {
    return (float) Math.pow(base, (float) (2 * pair) / headDim);
  }

  private static int times(int positions, double factor) {
    return (int) Math.min(Integer.MAX_VALUE, Math.max(positions, positions * factor));
  }

  /** No rescaling. */
  record None() implements RopeScaling {
    @Override
    public float frequency(double base, int pair, int headDim, int length) {
      return plain((float) base, pair, headDim);
    }
  }

  /**
   * Position interpolation: every frequency divided.
   *
   * @param factor the divisor
   */
  record Linear(double factor) implements RopeScaling {
    @Override
    public float frequency(double base, int pair, int headDim, int length) {
      return plain((float) base, pair, headDim) / (float) factor;
    }

    @Override
    public int reach(int maxPositions) {
      return times(maxPositions, factor);
    }
  }

  /**
   * Dynamic NTK: the base grows with the text once it is longer than the model's positions.
   *
   * @param factor how strongly
   * @param maxPositions {@code max_position_embeddings}
   */
  record Dynamic(double factor, int maxPositions) implements RopeScaling {
    @Override
    public float frequency(double base, int pair, int headDim, int length) {
      float stretch =
          (float) (factor * Math.max(length, maxPositions)) / maxPositions - (float) (factor - 1);
      float grown = (float) base * (float) Math.pow(stretch, headDim / (headDim - 2.0));
      return plain(grown, pair, headDim);
    }

    @Override
    public boolean changesFor(int length) {
      return length > maxPositions;
    }

    @Override
    public int reach(int positions) {
      return times(positions, factor);
    }
  }

  /**
   * YaRN (Peng et al. 2023, arXiv 2309.00071): slow frequencies are divided, fast ones kept, those
   * between blended by a ramp over the pairs.
   *
   * @param factor divisor of the slow frequencies
   * @param originalPositions positions before the rescaling
   * @param betaFast turns over these positions above which a frequency is fast
   * @param betaSlow turns below which it is slow
   * @param truncate whether the ramp begins and ends at whole pairs
   * @param attentionFactor what cosine and sine are multiplied by
   */
  record Yarn(
      double factor,
      double originalPositions,
      double betaFast,
      double betaSlow,
      boolean truncate,
      float attentionFactor)
      implements RopeScaling {
    @Override
    public float frequency(double base, int pair, int headDim, int length) {
      double low = pairOfTurns(betaFast, base, headDim);
      double high = pairOfTurns(betaSlow, base, headDim);
      low = Math.max(truncate ? Math.floor(low) : low, 0);
      high = Math.min(truncate ? Math.ceil(high) : high, headDim - 1);
      if (low == high) {
        high += 0.001;
      }
      float ramp = (float) Math.min(1, Math.max(0, (pair - low) / (high - low)));
      float power = power((float) base, pair, headDim);
      float kept = 1 - ramp;
      return 1 / ((float) factor * power) * (1 - kept) + 1 / power * kept;
    }

    /** The pair, not whole, that turns so often over the original positions. */
    private double pairOfTurns(double turns, double base, int headDim) {
      return headDim * Math.log(originalPositions / (turns * 2 * Math.PI)) / (2 * Math.log(base));
    }

    @Override
    public int reach(int maxPositions) {
      return Math.max(maxPositions, times((int) originalPositions, factor));
    }
  }

  /**
   * Llama 3.1 and later: slow frequencies are divided, fast ones kept, those between blended.
   *
   * @param factor divisor of the slow frequencies
   * @param lowFrequencyFactor wavelengths above {@code originalPositions / this} are slow
   * @param highFrequencyFactor wavelengths below {@code originalPositions / this} are fast
   * @param originalPositions positions before the rescaling
   */
  record Llama3(
      double factor,
      double lowFrequencyFactor,
      double highFrequencyFactor,
      double originalPositions)
      implements RopeScaling {
    @Override
    public float frequency(double base, int pair, int headDim, int length) {
      float frequency = plain((float) base, pair, headDim);
      double wavelength = 2 * Math.PI / frequency;
      if (wavelength < originalPositions / highFrequencyFactor) {
        return frequency;
      }
      if (wavelength > originalPositions / lowFrequencyFactor) {
        return frequency / (float) factor;
      }
      double smooth =
          (originalPositions / wavelength - lowFrequencyFactor)
              / (highFrequencyFactor - lowFrequencyFactor);
      return (float) ((1 - smooth) * frequency / factor + smooth * frequency);
    }
  }
}
