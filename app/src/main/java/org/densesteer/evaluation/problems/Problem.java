package org.densesteer.evaluation.problems;

import org.densesteer.common.FaultException;
import org.densesteer.metrics.answer.AnswerStyle;

/**
 * A question whose answer is known.
 *
 * @param id names it within its set
 * @param question what the model is asked, not blank
 * @param gold the right final answer: a number as GSM8K writes it, or a LaTeX expression
 * @param style whose rule compares a response with {@code gold}
 */
public record Problem(String id, String question, String gold, AnswerStyle style) {

  /** Checks that nothing is blank. */
  public Problem {
    if (id.isBlank()) {
      throw new FaultException("A problem needs an id, but this one's is blank: " + question);
    }
    if (question.isBlank()) {
      throw new FaultException("The question of problem " + id + " is blank.");
    }
    if (gold.isBlank()) {
      throw new FaultException("The answer of problem " + id + " is blank.");
    }
  }
}
