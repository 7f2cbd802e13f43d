package org.densesteer.ui.trace;

import org.densesteer.generation.Trace;
import org.densesteer.metrics.answer.AnswerChecker;
import org.densesteer.metrics.answer.PredictedAnswer;
import org.jspecify.annotations.Nullable;

/**
 * What an arm answered in the end.
 *
 * @param text the answer itself; empty when none was found
 * @param verdict whether it is right
 */
public record GivenAnswer(String text, Verdict verdict) {

  /**
   * Finds the answer in a response.
   *
   * @param gold checks it; null when no gold answer is known
   */
  static GivenAnswer in(Trace finished, @Nullable AnswerChecker gold) {
    if (gold == null) {
      return new GivenAnswer(PredictedAnswer.of(finished.text()).orElse(""), Verdict.UNKNOWN);
    }
    return new GivenAnswer(
        gold.predicted(finished.text()).orElse(""),
        gold.isCorrect(finished.text()) ? Verdict.RIGHT : Verdict.WRONG);
  }
}
