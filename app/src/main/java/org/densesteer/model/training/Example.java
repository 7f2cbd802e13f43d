package org.densesteer.model.training;

/**
 * One sequence to learn from.
 *
 * @param tokens ids of the prompt and its answer, the end-of-text token included
 * @param promptLength how many of them are the prompt, at least 1; they do not count in the loss
 */
public record Example(int[] tokens, int promptLength) {

  /** How many tokens count in the loss. */
  public int answerLength() {
    return tokens.length - promptLength;
  }
}
