package org.densesteer.evaluation.strip;

import java.util.Arrays;
import java.util.function.ToIntFunction;
import org.densesteer.evaluation.results.Repetition;
import org.densesteer.generation.StopReason;
import org.densesteer.generation.WordShifts;
import org.densesteer.generation.batch.BatchAnswer;
import org.densesteer.metrics.AnswerMeasures;
import org.densesteer.metrics.answer.AnswerChecker;
import org.densesteer.metrics.answer.PredictedAnswer;
import org.jspecify.annotations.Nullable;

/**
 * One answer of a strip.
 *
 * @param text the response
 * @param given what it gives as its final answer; null when nothing in it looks like one
 * @param correct whether that is right; null when no right answer is known
 * @param measures steps, tokens, density and both NLL conventions under the unsteered model
 * @param kl mean over its tokens of KL(steered ‖ unsteered) in nats; NaN when it has none or was
 *     not observed
 * @param degenerate whether it is no answer by the sweep's rule
 * @param stop why it ended
 * @param words of the tokens that were asked for, how much likelier steering made them
 */
public record StripAnswer(
    String text,
    @Nullable String given,
    @Nullable Boolean correct,
    AnswerMeasures measures,
    double kl,
    boolean degenerate,
    StopReason stop,
    WordShifts words) {

  /** An answer of which no single tokens are told. */
  public StripAnswer(
      String text,
      @Nullable String given,
      @Nullable Boolean correct,
      AnswerMeasures measures,
      double kl,
      boolean degenerate,
      StopReason stop) {
    this(text, given, correct, measures, kl, degenerate, stop, WordShifts.NONE);
  }

  /** What a batch made of a question. */
  public static StripAnswer of(
      BatchAnswer answer, @Nullable AnswerChecker gold, ToIntFunction<String> tokenCount) {
    String outside = answer.textOutsideBlocks();
    return new StripAnswer(
        answer.text(),
        (gold == null ? PredictedAnswer.of(outside) : gold.predicted(outside)).orElse(null),
        gold == null ? null : gold.isCorrect(outside),
        AnswerMeasures.of(answer, tokenCount),
        Arrays.stream(answer.kl()).average().orElse(Double.NaN),
        Repetition.degenerate(Repetition.in(answer.tokenIds()), answer.text()),
        answer.stopReason(),
        answer.words());
  }

  /** Whether it came to an end of its own and is an answer. */
  public boolean whole() {
    return !degenerate && stop == StopReason.END_OF_TEXT;
  }
}
