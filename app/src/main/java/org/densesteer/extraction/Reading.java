package org.densesteer.extraction;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;
import org.densesteer.steering.Step;
import org.densesteer.steering.Steps;

/** At which tokens of an answer the hidden states are read. */
public enum Reading {
  /** The answer's last token, before any end-of-turn token: DenseSteer's choice. */
  LAST_TOKEN("last", "last token"),
  /** The mean over all tokens of the answer. */
  RESPONSE_MEAN("mean", "mean over the response"),
  /** The mean over the last token of each step. */
  STEP_ENDS("step-ends", "mean over the step ends"),
  /**
   * The mean over the tokens that hold the blank lines between steps, where the model decides what
   * the next step will be. The last blank line is left out when there are others: the final answer
   * follows it in either style.
   */
  STEP_BREAKS("step-breaks", "mean over the blank lines between steps");

  private final String id;
  private final String words;

  Reading(String id, String words) {
    this.id = id;
    this.words = words;
  }

  /** How a person calls it. */
  public String words() {
    return words;
  }

  /** How files and the command line call it. */
  public String id() {
    return id;
  }

  /**
   * Weight of every position of prompt and answer; the weights sum to 1.
   *
   * @param promptTokens tokens before the answer
   * @param answer the answer's text
   * @param answerTokens how many tokens it has, at least 1
   * @param count how many tokens a text alone has
   */
  float[] weights(int promptTokens, String answer, int answerTokens, ToIntFunction<String> count) {
    float[] weights = new float[promptTokens + answerTokens];
    switch (this) {
      case LAST_TOKEN -> weights[weights.length - 1] = 1;
      case RESPONSE_MEAN -> Arrays.fill(weights, promptTokens, weights.length, 1f / answerTokens);
      case STEP_ENDS -> spread(weights, promptTokens, stepEnds(answer, answerTokens, count));
      case STEP_BREAKS -> spread(weights, promptTokens, breaks(answer, answerTokens, count));
    }
    return weights;
  }

  private static void spread(float[] weights, int promptTokens, int[] positions) {
    for (int position : positions) {
      weights[promptTokens + position] = 1f / positions.length;
    }
  }

  /** Index within the answer of the last token of each step that is not blank. */
  private static int[] stepEnds(String answer, int answerTokens, ToIntFunction<String> count) {
    return Steps.split(answer).stream()
        .mapToInt(step -> lastToken(answer.substring(0, step.end()), answerTokens, count))
        .distinct()
        .toArray();
  }

  /**
   * Index within the answer of the last token of each blank line between two steps, but that before
   * the last step unless it is the only one; the answer's last token when there is a single step.
   */
  private static int[] breaks(String answer, int answerTokens, ToIntFunction<String> count) {
    List<Step> steps = Steps.split(answer);
    if (steps.size() < 2) {
      return new int[] {answerTokens - 1};
    }
    return steps.subList(1, Math.max(2, steps.size() - 1)).stream()
        .mapToInt(step -> lastToken(answer.substring(0, step.start()), answerTokens, count))
        .distinct()
        .toArray();
  }

  private static int lastToken(String prefix, int answerTokens, ToIntFunction<String> count) {
    return Math.min(Math.max(count.applyAsInt(prefix), 1), answerTokens) - 1;
  }
}
