package org.densesteer.notebook;

import org.densesteer.generation.ScoredAnswer;
import org.densesteer.metrics.answer.AnswerChecker;
import org.densesteer.metrics.answer.PredictedAnswer;
import org.jspecify.annotations.Nullable;

/**
 * What a response gives as its answer, reasoning blocks left out.
 *
 * @param text the answer itself; null when nothing looks like one
 * @param byFlexibleExtract what lm-evaluation-harness's rule for GSM8K reads instead; null when the
 *     same or nothing
 * @param byMathRelease what the MATH data set's rule reads instead; null when the same or nothing
 * @param correct whether it is equal in value to a right one; null when none is known
 * @param correctByBenchmark whether it is right by the benchmark's own rule; null with {@code
 *     correct}
 */
public record FinalAnswer(
    @Nullable String text,
    @Nullable String byFlexibleExtract,
    @Nullable String byMathRelease,
    @Nullable Boolean correct,
    @Nullable Boolean correctByBenchmark) {

  /**
   * Finds the answer in a response.
   *
   * @param gold checks it; null when no right answer is known
   */
  public static FinalAnswer in(ScoredAnswer response, @Nullable AnswerChecker gold) {
    String outside = response.textOutsideBlocks();
    @Nullable String text =
        (gold == null ? PredictedAnswer.of(outside) : gold.predicted(outside)).orElse(null);
    return new FinalAnswer(
        text,
        PredictedAnswer.byFlexibleExtract(outside).filter(o -> !o.equals(text)).orElse(null),
        PredictedAnswer.byMathRelease(outside).filter(o -> !o.equals(text)).orElse(null),
        gold == null ? null : gold.isCorrect(outside),
        gold == null ? null : gold.isCorrectByBenchmark(outside));
  }

  /** Whether the two rules disagree. */
  public boolean disputed() {
    return correct != null && !correct.equals(correctByBenchmark);
  }
}
