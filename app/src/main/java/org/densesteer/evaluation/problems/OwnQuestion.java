package org.densesteer.evaluation.problems;

import java.util.Optional;
import org.densesteer.metrics.answer.AnswerStyle;
import org.densesteer.metrics.answer.GoldFlaw;
import org.jspecify.annotations.Nullable;

/**
 * A question that a person keeps.
 *
 * @param id names it among their questions
 * @param question what is asked, not blank
 * @param answer the right answer; null while none is known
 */
public record OwnQuestion(String id, String question, @Nullable String answer) {

  /** The same with another right answer; blank for none. */
  public OwnQuestion answered(String other) {
    return new OwnQuestion(id, question, other.isBlank() ? null : other.strip());
  }

  /** Why no response can match a right answer; empty where one can, and for a blank one. */
  public static Optional<String> flaw(String answer) {
    return answer.isBlank() ? Optional.empty() : GoldFlaw.of(AnswerStyle.ofGold(answer), answer);
  }

  /** The question as a problem. */
  public Problem problem() {
    return answer == null
        ? Problem.unanswered(id, question)
        : new Problem(id, question, answer, AnswerStyle.ofGold(answer));
  }
}
