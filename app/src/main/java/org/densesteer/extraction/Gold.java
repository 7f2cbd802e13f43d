package org.densesteer.extraction;

import org.densesteer.metrics.answer.AnswerChecker;
import org.densesteer.metrics.answer.AnswerStyle;

/**
 * The right answer of a question, where it is known.
 *
 * @param text a number, or LaTeX
 * @param style whose rule compares an answer with it
 */
public record Gold(String text, AnswerStyle style) {

  /**
   * Cuts a worked solution down to its answer.
   *
   * @throws org.densesteer.common.FaultException when there is no answer in it
   */
  public Gold {
    text = AnswerChecker.of(style, text).gold();
  }

  /** A right answer that is compared by the rule its form asks for. */
  public static Gold of(String text) {
    return new Gold(text, AnswerStyle.ofGold(text));
  }

  /** Compares answers with it. */
  public AnswerChecker checker() {
    return AnswerChecker.of(style, text);
  }
}
