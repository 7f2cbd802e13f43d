package org.densesteer.notebook;

import java.util.function.ToIntFunction;
import org.densesteer.evaluation.results.Repetition;
import org.densesteer.generation.Trace;
import org.densesteer.metrics.ReasoningMeasures;
import org.densesteer.metrics.TraceMeasures;
import org.densesteer.metrics.answer.AnswerChecker;
import org.jspecify.annotations.Nullable;

/**
 * What was measured of an answer.
 *
 * @param measures steps, tokens, density and both NLLs, of the whole and of each step
 * @param reasoning the same for its reasoning block and what follows it; null without a block
 * @param repeats whether it repeats itself, by the rule of the sweep
 * @param given what it gives as its answer
 */
public record RunFigures(
    TraceMeasures measures,
    @Nullable ReasoningMeasures reasoning,
    boolean repeats,
    FinalAnswer given) {

  /**
   * Measures an answer.
   *
   * @param tokenCount how many tokens a text alone has, without special tokens
   * @param gold checks it; null when no right answer is known
   */
  public static RunFigures of(
      Trace trace, ToIntFunction<String> tokenCount, @Nullable AnswerChecker gold) {
    return new RunFigures(
        TraceMeasures.of(trace, tokenCount),
        ReasoningMeasures.of(trace, tokenCount).orElse(null),
        Repetition.in(trace.tokenIds()),
        FinalAnswer.in(trace, gold));
  }
}
