package org.densesteer.ui.trace;

import org.densesteer.notebook.FinalAnswer;

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

  static GivenAnswer of(FinalAnswer answer) {
    Verdict verdict = Verdict.UNKNOWN;
    if (answer.correct() != null) {
      verdict = answer.correct() ? Verdict.RIGHT : Verdict.WRONG;
    }
    return new GivenAnswer(answer.text() == null ? "" : answer.text(), verdict, answer.disputed());
  }
}
