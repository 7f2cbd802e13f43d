package org.densesteer.extraction;

import java.util.Arrays;
import java.util.function.ToIntFunction;

/** At which tokens of an answer the hidden states are read. */
public enum Reading {
  /** The answer's last token, before any end-of-turn token: DenseSteer's choice. */
  LAST_TOKEN("last", "last token"),
  /** The mean over all tokens of the answer. */
  RESPONSE_MEAN("mean", "mean over the response"),
  /** The mean over the last token of each step. */
  STEP_ENDS("step-ends", "mean over the step ends");

  private static final String STEP_BREAK = "\n\n";

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
      case STEP_ENDS -> {
        int[] ends = stepEnds(answer, answerTokens, count);
        for (int end : ends) {
          weights[promptTokens + end] = 1f / ends.length;
        }
      }
    }
    return weights;
  }

  /** Index within the answer of the last token of each step that is not blank. */
  private static int[] stepEnds(String answer, int answerTokens, ToIntFunction<String> tokenCount) {
    int[] ends = new int[answer.length()];
    int count = 0;
    int from = 0;
    while (from <= answer.length()) {
      int next = answer.indexOf(STEP_BREAK, from);
      int to = next < 0 ? answer.length() : next;
      if (!answer.substring(from, to).isBlank()) {
        int tokens = tokenCount.applyAsInt(answer.substring(0, to).stripTrailing());
        int end = Math.min(Math.max(tokens, 1), answerTokens) - 1;
        if (count == 0 || ends[count - 1] != end) {
          ends[count++] = end;
        }
      }
      from = to + STEP_BREAK.length();
    }
    return Arrays.copyOf(ends, count);
  }
}
