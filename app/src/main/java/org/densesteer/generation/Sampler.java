package org.densesteer.generation;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Chooses the tokens of one answer from logits. */
@FunctionalInterface
public interface Sampler {

  /**
   * How the random numbers of an answer come from its seed. It grows when a seed no longer gives
   * the tokens that it gave, so that a kept run can say so.
   */
  int NOISE_VERSION = 1;

  /**
   * The chosen token's id; 0 where the logits are not numbers.
   *
   * @param logits of one row; they may be changed
   */
  int choose(float[] logits);

  /**
   * Chooses the tokens of an answer to a prompt. Random streams of the same seed are equal, so arms
   * whose logits agree choose the same tokens.
   */
  static Sampler of(Sampling sampling, int[] promptIds) {
    Sampler sampler = ofLogits(sampling);
    if (sampling.repetitionPenalty() == 1) {
      return sampler;
    }
    RepetitionPenalty penalty = new RepetitionPenalty(sampling.repetitionPenalty(), promptIds);
    return logits -> {
      penalty.applyTo(logits);
      int chosen = sampler.choose(logits);
      penalty.add(chosen);
      return chosen;
    };
  }

  private static Sampler ofLogits(Sampling sampling) {
    if (sampling.greedy()) {
      return Sampler::likeliest;
    }
    SplittableRandom random = new SplittableRandom(sampling.seed());
    return logits -> nucleus(logits, sampling, random.nextDouble());
  }

  private static int likeliest(float[] logits) {
    int best = 0;
    for (int id = 1; id < logits.length; id++) {
      if (logits[id] > logits[best]) {
        best = id;
      }
    }
    return best;
  }

  /**
   * Of the top-k tokens, nucleus sampling (Holtzman et al., 2020): the smallest set of most likely
   * ones whose probability among them reaches top-p, drawn from in proportion. Tokens as likely as
   * the last of the top-k are kept, too.
   *
   * @param draw uniform in [0, 1)
   */
  private static int nucleus(float[] logits, Sampling sampling, double draw) {
    keepTopK(logits, sampling.topK());
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

  private static void keepTopK(float[] logits, int topK) {
    if (topK == 0 || topK >= logits.length) {
      return;
    }
    float[] sorted = logits.clone();
    Arrays.sort(sorted);
    float least = sorted[sorted.length - topK];
    for (int id = 0; id < logits.length; id++) {
      if (logits[id] < least) {
        logits[id] = Float.NEGATIVE_INFINITY;
      }
    }
  }
}
