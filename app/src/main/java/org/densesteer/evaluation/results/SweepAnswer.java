package org.densesteer.evaluation.results;

import java.util.function.ToIntFunction;
import org.densesteer.evaluation.plan.AnswerKey;
import org.densesteer.evaluation.plan.PlannedAnswer;
import org.densesteer.evaluation.problems.Problem;
import org.densesteer.generation.Answer;
import org.densesteer.generation.ScoredAnswer;
import org.densesteer.generation.StopReason;
import org.densesteer.metrics.AnswerMeasures;
import org.densesteer.metrics.ReasoningMeasures;
import org.densesteer.metrics.answer.AnswerChecker;
import org.jspecify.annotations.Nullable;

/**
 * A finished answer and its figures.
 *
 * @param key arm and problem
 * @param text the response
 * @param predicted the final answer read from it; null when it gives none
 * @param correct whether that is equal in value to the gold answer
 * @param steps reasoning steps, at least 1
 * @param tokens the tokens of ρ
 * @param density ρ = tokens / steps
 * @param nllWithPrompt mean NLL in nats, prompt as context; NaN when unknown
 * @param nllResponseOnly mean NLL in nats, response alone; NaN when unknown
 * @param generated how many tokens it has; {@link Answer} says which they are
 * @param repetition whether it ended in endless repetition
 * @param truncated whether it reached the longest length allowed without repeating itself
 * @param correctByBenchmark whether it is right by the benchmark's own rule; null where an earlier
 *     version judged it, for which {@code correct} was about that
 * @param reasoning figures of its reasoning block and of what follows; null without a block
 */
public record SweepAnswer(
    AnswerKey key,
    String text,
    @Nullable String predicted,
    boolean correct,
    int steps,
    int tokens,
    double density,
    double nllWithPrompt,
    double nllResponseOnly,
    int generated,
    boolean repetition,
    boolean truncated,
    @Nullable Boolean correctByBenchmark,
    @Nullable ReasoningMeasures reasoning) {

  /**
   * Measures an answer.
   *
   * @param tokenCount how many tokens a text alone has, without special tokens
   */
  public static SweepAnswer of(
      PlannedAnswer planned, ScoredAnswer answer, ToIntFunction<String> tokenCount) {
    Problem problem = planned.problem();
    AnswerChecker checker = problem.checker();
    String outside = answer.textOutsideBlocks();
    AnswerMeasures measures = AnswerMeasures.of(answer, tokenCount);
    boolean repetition = Repetition.in(answer.tokenIds());
    return new SweepAnswer(
        planned.key(),
        answer.text(),
        checker.predicted(outside).orElse(null),
        checker.isCorrect(outside),
        measures.steps(),
        measures.tokens(),
        measures.density(),
        measures.nllWithPrompt(),
        measures.nllResponseOnly(),
        answer.tokenIds().length,
        repetition,
        !repetition && answer.stopReason() == StopReason.LENGTH,
        checker.isCorrectByBenchmark(outside),
        ReasoningMeasures.of(answer, tokenCount).orElse(null));
  }

  /** The same answer, its text judged by this version's rules. */
  SweepAnswer judgedBy(AnswerChecker checker) {
    return new SweepAnswer(
        key,
        text,
        checker.predicted(text).orElse(null),
        checker.isCorrect(text),
        steps,
        tokens,
        density,
        nllWithPrompt,
        nllResponseOnly,
        generated,
        repetition,
        truncated,
        checker.isCorrectByBenchmark(text),
        reasoning);
  }

  /** Whether the answer is no answer: endless repetition, or nothing at all. */
  public boolean degenerate() {
    return Repetition.degenerate(repetition, text);
  }
}
