package org.densesteer.generation;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Chooses a token from logits. */
@FunctionalInterface
interface Sampler {

  /** The chosen token's id; 0 where the logits are not numbers. */
  int choose(float[] logits);

  /**
   * Temperature and top-p sampling with a random stream of its own. Streams of the same seed are
   * equal, so arms whose logits agree choose the same tokens.
   */
  static Sampler of(Sampling sampling) {
    SplittableRandom random = new SplittableRandom(sampling.seed());
    return logits -> nucleus(logits, sampling, random.nextDouble());
  }

  /**
   * Nucleus sampling (Holtzman et al., 2020): the smallest set of most likely tokens whose
   * probability reaches top-p, drawn from in proportion.
   *
   * @param draw uniform in [0, 1)
   */
  private static int nucleus(float[] logits, Sampling sampling, double draw) {
    double[] weights = new double[logits.length];
    double highest = Double.NEGATIVE_INFINITY;
    for (float logit : logits) {
      highest = Math.max(highest, logit);
    }
    double total = 0;
    for (int i = 0; i < weights.length; i++) {
      weights[i] = Math.exp((logits[i] - highest) / sampling.temperature());
      total += weights[i];
    }
    // No token below this can be in the nucleus: all such together have less than 1 - topP.
    double least = total * (1 - sampling.topP()) / weights.length;
    int[] candidates = new int[weights.length];
    int count = 0;
    for (int i = 0; i < weights.length; i++) {
      if (weights[i] >= least && weights[i] > 0) {
        candidates[count++] = i;
      }
    }
    Integer[] ranked =
        Arrays.stream(candidates, 0, count)
            .boxed()
            .sorted((a, b) -> Double.compare(weights[b], weights[a]))
            .toArray(Integer[]::new);
    int kept = 0;
    double mass = 0;
    while (kept < ranked.length && mass < sampling.topP() * total) {
      mass += weights[ranked[kept++]];
    }
    double left = draw * mass;
    for (int i = 0; i < kept - 1; i++) {
      left -= weights[ranked[i]];
      if (left < 0) {
        return ranked[i];
      }
    }
    return kept == 0 ? 0 : ranked[kept - 1];
  }
}
