package org.densesteer.evaluation.problems;

import org.densesteer.common.FaultException;
import org.densesteer.common.Texts;

/**
 * Problems whose gold answer no response can match: scored, they would count as wrong whatever is
 * answered. Ask whether to leave them out.
 */
public final class UnmatchableAnswersException extends FaultException {

  private static final long serialVersionUID = 1;

  private final int count;
  private final int of;

  UnmatchableAnswersException(String source, int count, int of, String first) {
    super(
        count == 1
            ? Texts.of(
                "No response can match the answer of 1 of the %d problems in %s: %s.",
                of, source, first)
            : Texts.of(
                "No response can match the answers of %d of the %d problems in %s, beginning with this one: %s.",
                count, of, source, first));
    this.count = count;
    this.of = of;
  }

  /** How many problems there are of the kind. */
  public int count() {
    return count;
  }

  /** How many problems the file has in all. */
  public int of() {
    return of;
  }
}
