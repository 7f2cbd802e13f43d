package org.densesteer.metrics;

import java.util.List;
import java.util.function.ToIntFunction;
import org.densesteer.steering.Step;
import org.densesteer.steering.Steps;

/**
 * Information density ρ = tokens / steps. Tokens are the sum over the steps of the token count of
 * each step encoded alone, without special tokens (definition of the DenseSteer authors' code), so
 * a change of formatting alone moves ρ.
 */
public final class Density {

  private Density() {}

  /**
   * ρ of a response, in tokens per step; 0 when it is blank.
   *
   * @param tokenCount how many tokens a text alone has, without special tokens
   */
  public static double of(String text, ToIntFunction<String> tokenCount) {
    List<Step> steps = Steps.split(text);
    return ratio(tokens(steps, tokenCount), steps.size());
  }

  /** The tokens of ρ: the sum over the steps of each step's own count. */
  public static int tokens(String text, ToIntFunction<String> tokenCount) {
    return tokens(Steps.split(text), tokenCount);
  }

  static double ratio(int tokens, int steps) {
    return (double) tokens / Math.max(1, steps);
  }

  private static int tokens(List<Step> steps, ToIntFunction<String> tokenCount) {
    return steps.stream().map(Step::text).mapToInt(tokenCount).sum();
  }
}
