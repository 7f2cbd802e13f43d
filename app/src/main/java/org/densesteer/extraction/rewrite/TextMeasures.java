package org.densesteer.extraction.rewrite;

import java.util.List;
import java.util.function.ToIntFunction;
import org.densesteer.metrics.Density;
import org.densesteer.steering.Step;
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
    List<Step> steps = Steps.split(text);
    int tokens = Density.tokens(steps, tokenCount);
    return new TextMeasures(steps.size(), tokens, Density.ratio(tokens, steps.size()));
  }
}
