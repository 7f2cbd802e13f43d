package org.densesteer.ui.compare;

import java.util.List;
import org.densesteer.generation.PromptReport;
import org.densesteer.generation.SteeringChange;
import org.densesteer.generation.StopReason;
import org.densesteer.generation.TokenEvent;
import org.densesteer.generation.Trace;

/** What a run tells the window. Arms are counted as in the run's request. */
sealed interface RunNews {

  /** A token was chosen. */
  record Token(TokenEvent event) implements RunNews {}

  /** An arm is steered anew. */
  record Steered(int arm, SteeringChange change) implements RunNews {}

  /** An arm ended. */
  record ArmEnd(int arm, StopReason reason) implements RunNews {}

  /** A prompt is being read. */
  record Reading(int tokens, int all) implements RunNews {}

  /** The prompt was read. */
  record PromptRead(PromptReport report) implements RunNews {}

  /** The run ended by itself or was stopped. */
  record Ended(List<Trace> traces) implements RunNews {}

  /** The run failed. */
  record Failed(Throwable cause) implements RunNews {}
}
