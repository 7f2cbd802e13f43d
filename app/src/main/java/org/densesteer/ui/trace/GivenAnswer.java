package org.densesteer.ui.trace;

import org.densesteer.generation.Trace;
import org.densesteer.metrics.answer.AnswerChecker;
import org.densesteer.metrics.answer.PredictedAnswer;
import org.jspecify.annotations.Nullable;

/**
 * What an arm answered in the end.
 *
 * @param text the answer itself; empty when none was found
 * @param verdict whether it is equal in value to the right one
 * @param disputed whether the benchmark's own rule says the opposite
 */
public record GivenAnswer(String text, Verdict verdict, boolean disputed) {

  /** An answer on which both rules agree. */
  public GivenAnswer(String text, Verdict verdict) {
    this(text, verdict, false);
  }

  /**
   * Finds the answer in a response, outside of its reasoning blocks.
   *
   * @param gold checks it; null when no gold answer is known
   */
  static GivenAnswer in(Trace finished, @Nullable AnswerChecker gold) {
    String text = finished.textOutsideBlocks();
    if (gold == null) {
      return new GivenAnswer(PredictedAnswer.of(text).orElse(""), Verdict.UNKNOWN);
    }
    boolean right = gold.isCorrect(text);
    return new GivenAnswer(
        gold.predicted(text).orElse(""),
        right ? Verdict.RIGHT : Verdict.WRONG,
        right != gold.isCorrectByBenchmark(text));
  }
}
