package org.densesteer.ui.trace;

import java.util.List;
import org.densesteer.chat.ChatFrame;
import org.densesteer.notebook.Run;
import org.densesteer.notebook.RunArm;
import org.densesteer.notebook.RunDecoding;
import org.densesteer.notebook.RunModel;
import org.densesteer.notebook.RunPrompt;
import org.densesteer.notebook.RunSteering;

/**
 * What an arm was asked, from the moment it was asked.
 *
 * @param model what answers
 * @param question what is asked
 * @param frame what the prompt has around the question
 * @param decoding how tokens are chosen
 * @param steerings what steers it at its beginning; empty for an unsteered arm
 */
public record AskedArm(
    RunModel model,
    String question,
    ChatFrame frame,
    RunDecoding decoding,
    List<RunSteering> steerings) {

  /** Freezes the list. */
  public AskedArm {
    steerings = List.copyOf(steerings);
  }

  /** What a recorded arm was asked. */
  public static AskedArm of(Run run, RunArm arm) {
    RunPrompt prompt = run.promptOf(arm);
    return new AskedArm(
        run.model(), prompt.question(), prompt.frame(), run.decoding(), arm.steerings());
  }
}
