package org.densesteer.ui.compare;

import org.densesteer.chat.ChatFrame;
import org.densesteer.generation.Sampling;
import org.densesteer.ui.model.RunEngine;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the baseline's text depends on.
 *
 * @param engine the model
 * @param frame what the prompt has around the question
 * @param question what is asked
 * @param sampling how tokens are chosen
 * @param maxTokens most tokens of an answer
 */
record RunSetup(
    RunEngine engine, ChatFrame frame, String question, Sampling sampling, int maxTokens) {

  /**
   * Whether a baseline of this setup can stand beside a new steered answer of the other. Sampled
   * arms draw from streams that belong to their place in the request, so they always run together.
   */
  boolean sharesBaselineWith(@Nullable RunSetup other) {
    return equals(other) && sampling.greedy();
  }

  /** The same with another system turn. */
  RunSetup withSystem(String other) {
    return new RunSetup(engine, frame.withSystem(other), question, sampling, maxTokens);
  }
}
