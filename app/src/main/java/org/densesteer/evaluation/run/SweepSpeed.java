package org.densesteer.evaluation.run;

/**
 * How quickly a model answered a sweep's problems.
 *
 * @param tokensPerSecond tokens of all answers together, the reading of prompts included
 * @param tokensPerAnswer mean length of the answers that ended; 0 where none did
 * @param open share of the answers, 0..1, that were still growing when they were given up
 */
public record SweepSpeed(double tokensPerSecond, double tokensPerAnswer, double open) {

  /** Measured on answers that all ended. */
  public SweepSpeed(double tokensPerSecond, double tokensPerAnswer) {
    this(tokensPerSecond, tokensPerAnswer, 0);
  }

  /** Whether {@link #tokens} and {@link #seconds} are the most that there can be. */
  public boolean atMost() {
    return open > 0;
  }

  /**
   * How long answers will take, in seconds.
   *
   * @param answers how many
   * @param maxNewTokens most tokens an answer may have
   */
  public double seconds(long answers, int maxNewTokens) {
    return answers * tokens(maxNewTokens) / tokensPerSecond;
  }

  /** The tokens that an answer is reckoned with; one that was given up as if it never ended. */
  public double tokens(int maxNewTokens) {
    return (1 - open) * Math.min(tokensPerAnswer, maxNewTokens) + open * maxNewTokens;
  }
}
