package org.densesteer.generation;

/** Chooses the tokens of one answer from logits. */
@FunctionalInterface
public interface Sampler {

  /**
   * How the random numbers of an answer come from its seed. It grows when a seed no longer gives
   * the tokens that it gave, so that a kept run can say so. 1 was a number for each position, laid
   * against the tokens in the order of their probability; 2 is {@link GumbelNoise}.
   */
  int NOISE_VERSION = 2;

  /**
   * The chosen token's id; 0 where the logits are not numbers.
   *
   * @param logits of one row; they may be changed
   */
  int choose(float[] logits);

  /**
   * Chooses the tokens of an answer to a prompt, one a call and in order. The noise of a token is
   * that of its seed, position and id, so arms whose logits agree choose the same tokens.
   */
  static Sampler of(Sampling sampling, int[] promptIds) {
    Sampler sampler = sampling.greedy() ? Sampler::likeliest : new TokenDraw(sampling);
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

  /** The first of the highest logits. */
  static int likeliest(float[] logits) {
    int best = 0;
    for (int id = 1; id < logits.length; id++) {
      if (logits[id] > logits[best]) {
        best = id;
      }
    }
    return best;
  }
}
