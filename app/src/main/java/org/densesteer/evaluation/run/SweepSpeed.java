package org.densesteer.evaluation.run;

/**
 * How quickly a model answered a sweep's problems.
 *
 * @param tokensPerSecond tokens of all answers together, the reading of prompts included
 * @param tokensPerAnswer mean length of the answers; NaN where too many were still growing
 */
public record SweepSpeed(double tokensPerSecond, double tokensPerAnswer) {

  /** Whether it is known how long answers are. */
  public boolean lengthKnown() {
    return !Double.isNaN(tokensPerAnswer);
  }

  /**
   * How long answers will take, in seconds; at most, where their length is not known.
   *
   * @param answers how many
   * @param maxNewTokens most tokens an answer may have
   */
  public double seconds(long answers, int maxNewTokens) {
    return answers * tokens(maxNewTokens) / tokensPerSecond;
  }

  /** The tokens that an answer is reckoned with. */
  public double tokens(int maxNewTokens) {
    return lengthKnown() ? Math.min(tokensPerAnswer, maxNewTokens) : maxNewTokens;
  }
}
