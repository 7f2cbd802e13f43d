package org.densesteer.ui.compare;

import org.densesteer.generation.Arm;
import org.densesteer.ui.trace.ArmViewModel;

/**
 * An arm of a run.
 *
 * @param arm what is asked of the model
 * @param pane what shows it
 */
record ShownArm(Arm arm, ArmViewModel pane) {

  /** Empties the pane for the answer to come. */
  void begin(RunSetup setup) {
    pane.reset();
    pane.ask(setup.asked(arm.steerings()));
  }
}
