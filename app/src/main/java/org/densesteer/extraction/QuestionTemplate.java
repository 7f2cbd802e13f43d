package org.densesteer.extraction;

import org.densesteer.common.FaultException;

/**
 * The user turn that a question is put into.
 *
 * @param text the turn, with {@code {question}} where the question goes
 */
public record QuestionTemplate(String text) {

  /** Where the question goes. */
  public static final String PLACE = "{question}";

  /** The question and nothing else. */
  public static final QuestionTemplate PLAIN = new QuestionTemplate(PLACE);

  /** The instruction with which DenseSteer (Ouyang, Lin and Kim, 2026) asks mathematics. */
  public static final QuestionTemplate PAPER =
      new QuestionTemplate(
          "Solve the following math problem. Present the final answer in the format: Final Answer:"
              + " \\boxed{your_answer}.\n"
              + PLACE
              + "\nAnswer:");

  /** Checks that there is a place for the question. */
  public QuestionTemplate {
    if (!text.contains(PLACE)) {
      throw new FaultException("The instruction must contain " + PLACE + ".");
    }
  }

  /** The user turn for a question. */
  public String fill(String question) {
    return text.replace(PLACE, question);
  }
}
