package org.densesteer.generation;

import org.densesteer.common.FaultException;

/**
 * How the next token is chosen, in the order of transformers: the repetition penalty, then the
 * temperature, top-k and top-p.
 *
 * @param temperature 0 for greedy, else the divisor of the logits
 * @param topK how many of the likeliest tokens are kept; 0 for all
 * @param topP smallest probability mass that is kept, in (0, 1]
 * @param repetitionPenalty what the positive logits of tokens are divided by that the prompt or the
 *     answer has already, and their negative ones multiplied by (Keskar et al. 2019); 1 for none.
 *     Greedy answers have it too.
 * @param seed what the noise of all arms is made of; the same seed gives the same tokens
 */
public record Sampling(
    double temperature, int topK, double topP, double repetitionPenalty, long seed) {

  /** The most likely token, always. */
  public static final Sampling GREEDY = new Sampling(0, 1, 0);

  /** Checks the ranges. */
  public Sampling {
    if (!(temperature >= 0 && temperature <= 100)) {
      throw new FaultException("Temperature must lie between 0 and 100, not " + temperature + ".");
    }
    if (topK < 0) {
      throw new FaultException("Top-k must be 0 or more, not " + topK + ".");
    }
    if (!(topP > 0 && topP <= 1)) {
      throw new FaultException("Top-p must be above 0 and at most 1, not " + topP + ".");
    }
    if (!(repetitionPenalty > 0 && repetitionPenalty <= 100)) {
      throw new FaultException(
          "The repetition penalty must be above 0 and at most 100, not " + repetitionPenalty + ".");
    }
  }

  /** All tokens, and none penalised. */
  public Sampling(double temperature, double topP, long seed) {
    this(temperature, 0, topP, 1, seed);
  }

  /** Greedy, with a repetition penalty. */
  public static Sampling greedy(double repetitionPenalty) {
    return GREEDY.penalised(repetitionPenalty);
  }

  /** The same with another repetition penalty. */
  public Sampling penalised(double penalty) {
    return new Sampling(temperature, topK, topP, penalty, seed);
  }

  /** Whether no random number is drawn. */
  public boolean greedy() {
    return temperature == 0;
  }

  /** Whether the token with the highest logit is taken, whatever came before. */
  public boolean plain() {
    return greedy() && repetitionPenalty == 1;
  }
}
