package org.densesteer.ui.compare;

import org.densesteer.chat.ChatFrame;
import org.densesteer.evaluation.placebo.Placebo;
import org.densesteer.generation.Sampling;
import org.densesteer.ui.model.RunEngine;

/**
 * Everything that an unsteered answer depends on: runs of equal setups give it token for token,
 * whatever stands beside it. Sampled, too, for the stream that an arm draws from begins at the seed
 * alone.
 *
 * @param engine the model
 * @param frame what the prompt has around the question
 * @param question what is asked
 * @param sampling how tokens are chosen
 * @param maxTokens most tokens of an answer
 */
record RunSetup(
    RunEngine engine, ChatFrame frame, String question, Sampling sampling, int maxTokens) {

  /** The same with a system turn that asks for concise steps, too. */
  RunSetup concise() {
    ChatFrame concise = frame.withSystem(Placebo.conciseSystem(frame.system()));
    return new RunSetup(engine, concise, question, sampling, maxTokens);
  }
}
