package org.densesteer.extraction.rewrite;

import java.util.function.ToIntFunction;
import org.densesteer.metrics.Density;
import org.densesteer.steering.Steps;

/**
 * How dense an answer is.
 *
 * @param steps reasoning steps; 0 for a blank text
 * @param tokens the tokens of ρ
 * @param density ρ in tokens per step; 0 for a blank text
 */
public record TextMeasures(int steps, int tokens, double density) {

  /**
   * Measures a text.
   *
   * @param tokenCount how many tokens a text alone has, without special tokens
   */
  public static TextMeasures of(String text, ToIntFunction<String> tokenCount) {
    int steps = Steps.split(text).size();
    int tokens = Density.tokens(text, tokenCount);
    return new TextMeasures(steps, tokens, (double) tokens / Math.max(1, steps));
  }
}
