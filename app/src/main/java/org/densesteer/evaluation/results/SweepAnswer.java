package org.densesteer.evaluation.results;

import java.util.function.ToIntFunction;
import org.densesteer.evaluation.plan.AnswerKey;
import org.densesteer.evaluation.plan.SweepRow;
import org.densesteer.evaluation.problems.Problem;
import org.densesteer.generation.StopReason;
import org.densesteer.generation.Trace;
import org.densesteer.metrics.ReasoningMeasures;
import org.densesteer.metrics.TraceMeasures;
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
 * @param generated tokens generated, end of text included
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

  /** An answer as earlier versions recorded it. */
  public SweepAnswer(
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
      boolean truncated) {
    this(
        key,
        text,
        predicted,
        correct,
        steps,
        tokens,
        density,
        nllWithPrompt,
        nllResponseOnly,
        generated,
        repetition,
        truncated,
        null,
        null);
  }

  /**
   * Measures a trace.
   *
   * @param tokenCount how many tokens a text alone has, without special tokens
   */
  public static SweepAnswer of(SweepRow row, Trace trace, ToIntFunction<String> tokenCount) {
    Problem problem = row.problem();
    AnswerChecker checker = problem.checker();
    String answer = trace.answer();
    TraceMeasures measures = TraceMeasures.of(trace, tokenCount);
    boolean repetition = Repetition.in(trace.tokenIds());
    return new SweepAnswer(
        row.key(),
        trace.text(),
        checker.predicted(answer).orElse(null),
        checker.isCorrect(answer),
        measures.steps(),
        measures.tokens(),
        measures.density(),
        measures.nllWithPrompt(),
        measures.nllResponseOnly(),
        trace.tokens().size(),
        repetition,
        !repetition && trace.stopReason() == StopReason.LENGTH,
        checker.isCorrectByBenchmark(answer),
        ReasoningMeasures.of(trace, tokenCount).orElse(null));
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
    return repetition || text.isBlank();
  }
}
