package org.densesteer.evaluation.problems;

import java.util.List;
import java.util.stream.Stream;
import org.densesteer.common.FaultException;
import org.densesteer.common.Texts;
import org.densesteer.metrics.answer.AnswerChecker;
import org.densesteer.metrics.answer.AnswerStyle;
import org.jspecify.annotations.Nullable;

/**
 * A question, whose answer is known unless a person asks it for themselves.
 *
 * @param id names it within its set
 * @param question what the model is asked, not blank
 * @param gold the right final answer: a number as GSM8K writes it, or a LaTeX expression; null
 *     where none is known
 * @param style whose rule reads a response
 * @param alternatives further right answers; any one of them will do
 */
public record Problem(
    String id,
    String question,
    @Nullable String gold,
    AnswerStyle style,
    List<String> alternatives) {

  /** A problem with one right answer. */
  public Problem(String id, String question, String gold, AnswerStyle style) {
    this(id, question, gold, style, List.of());
  }

  /** Freezes the list; replaces halves of letters; checks that nothing is blank. */
  public Problem {
    id = Texts.whole(id);
    question = Texts.whole(question);
    gold = gold == null ? null : Texts.whole(gold);
    alternatives = alternatives.stream().map(Texts::whole).toList();
    if (id.isBlank()) {
      throw new FaultException("The id of the problem “" + question + "” is blank.");
    }
    if (question.isBlank()) {
      throw new FaultException("The question of problem " + id + " is blank.");
    }
    if (gold != null && gold.isBlank() || alternatives.stream().anyMatch(String::isBlank)) {
      throw new FaultException("The answer of problem " + id + " is blank.");
    }
  }

  /** A question whose answer nobody knows. */
  public static Problem unanswered(String id, String question) {
    return new Problem(id, question, null, AnswerStyle.MATH, List.of());
  }

  /** Whether an answer is known. */
  public boolean answered() {
    return gold != null;
  }

  /**
   * Compares responses with the right answers.
   *
   * @throws FaultException when none is known
   */
  public AnswerChecker checker() {
    if (gold == null) {
      throw new FaultException(
          "The question " + id + " has no answer to check against: " + question);
    }
    return AnswerChecker.of(style, Stream.concat(Stream.of(gold), alternatives.stream()).toList());
  }

  /** The right answers for a person: {@code 5 or five}. */
  public String rightAnswers() {
    return String.join(" or ", checker().accepted());
  }
}
