package org.densesteer.ui.compare;

import java.util.List;
import org.densesteer.chat.ChatFrame;
import org.densesteer.evaluation.placebo.Placebo;
import org.densesteer.generation.Sampling;
import org.densesteer.notebook.RunDecoding;
import org.densesteer.notebook.RunModel;
import org.densesteer.notebook.RunSteering;
import org.densesteer.steering.Steering;
import org.densesteer.ui.model.RunEngine;
import org.densesteer.ui.trace.AskedArm;

/**
 * Everything that an unsteered answer depends on: runs of equal setups give it token for token,
 * whatever stands beside it. Sampled, too, for the stream that an arm draws from begins at the seed
 * alone.
 *
 * @param engine the model
 * @param source what {@code --model} is given for it
 * @param frame what the prompt has around the question
 * @param question what is asked
 * @param sampling how tokens are chosen
 * @param maxTokens most tokens of an answer
 */
record RunSetup(
    RunEngine engine,
    String source,
    ChatFrame frame,
    String question,
    Sampling sampling,
    int maxTokens) {

  /** The same with a system turn that asks for concise steps, too. */
  RunSetup concise() {
    ChatFrame concise = frame.withSystem(Placebo.conciseSystem(frame.system()));
    return new RunSetup(engine, source, concise, question, sampling, maxTokens);
  }

  /** What an arm of such a run is asked. */
  AskedArm asked(List<Steering> steerings) {
    return new AskedArm(model(), question, frame, decoding(), RunSteering.all(steerings));
  }

  /** What a record says of the model. */
  RunModel model() {
    return RunModel.of(engine.info(), source);
  }

  /** What a record says of the decoding. */
  RunDecoding decoding() {
    return RunDecoding.of(sampling, maxTokens, false);
  }
}
