package org.densesteer.metrics;

import java.util.List;
import java.util.function.ToIntFunction;
import org.densesteer.steering.Step;

/**
 * Information density ρ = tokens / steps. Tokens are the sum over the steps of the token count of
 * each step encoded alone, without special tokens (definition of the DenseSteer authors' code), so
 * a change of formatting alone moves ρ.
 */
public final class Density {

  private Density() {}

  /**
   * The tokens of ρ: the sum over the steps of each step's own count.
   *
   * @param tokenCount how many tokens a text alone has, without special tokens
   */
  public static int tokens(List<Step> steps, ToIntFunction<String> tokenCount) {
    return steps.stream().map(Step::text).mapToInt(tokenCount).sum();
  }

  /** ρ in tokens per step; 0 for a blank text, which has no steps. */
  public static double ratio(int tokens, int steps) {
    return (double) tokens / Math.max(1, steps);
  }
}
