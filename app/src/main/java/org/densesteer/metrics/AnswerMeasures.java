package org.densesteer.metrics;

import java.util.List;
import java.util.function.ToIntFunction;
import org.densesteer.generation.Answer;
import org.densesteer.generation.ScoredAnswer;
import org.densesteer.steering.Step;
import org.densesteer.steering.Steps;

/**
 * Figures of one response. Its tokens are those of {@link Answer}.
 *
 * @param steps number of reasoning steps, at least 1
 * @param tokens the tokens of ρ: the sum over the steps of each step's count alone
 * @param density ρ = tokens / steps
 * @param nllWithPrompt mean NLL in nats over every response token, the prompt as context; NaN when
 *     there is no token
 * @param nllResponseOnly mean NLL in nats over every response token but the first, the response
 *     alone as the whole sequence; NaN when it was not computed
 */
public record AnswerMeasures(
    int steps, int tokens, double density, double nllWithPrompt, double nllResponseOnly) {

  /**
   * Measures a finished answer.
   *
   * @param tokenCount how many tokens a text alone has, without special tokens
   */
  public static AnswerMeasures of(ScoredAnswer answer, ToIntFunction<String> tokenCount) {
    List<Step> steps = Steps.split(answer.text());
    return of(
        steps.size(),
        Density.tokens(steps, tokenCount),
        Nll.mean(answer.nllWithPrompt()),
        Nll.mean(answer.nllResponseOnly()));
  }

  /**
   * Figures from their parts.
   *
   * @param parts steps that are not blank
   */
  static AnswerMeasures of(int parts, int tokens, double nllWithPrompt, double nllResponseOnly) {
    return new AnswerMeasures(
        Math.max(1, parts), tokens, Density.ratio(tokens, parts), nllWithPrompt, nllResponseOnly);
  }
}
