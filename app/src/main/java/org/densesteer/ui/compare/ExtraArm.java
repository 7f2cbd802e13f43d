package org.densesteer.ui.compare;

import java.util.List;
import org.densesteer.evaluation.placebo.Placebo;
import org.densesteer.evaluation.placebo.PlaceboKind;
import org.densesteer.evaluation.placebo.PlaceboMix;
import org.densesteer.generation.Arm;
import org.densesteer.steering.Steering;
import org.densesteer.ui.trace.ArmViewModel;

/**
 * An arm beside baseline and steered arm.
 *
 * @param placebo what it does
 * @param pane what it says
 */
record ExtraArm(Placebo placebo, ArmViewModel pane) {

  /** Whether it reads another prompt, and so runs on its own. */
  boolean promptOnly() {
    return placebo.kind() == PlaceboKind.CONCISE;
  }

  /**
   * What the placebo makes of vectors at work.
   *
   * @param seed decides the random directions
   * @throws org.densesteer.common.FaultException when a vector lacks a layer or a control
   */
  ShownArm standingInFor(List<Steering> atWork, long seed) {
    return new ShownArm(new Arm(placebo.name(), PlaceboMix.of(placebo, atWork, seed)), pane);
  }

  /** What a pane of this placebo is headed with. */
  static String title(Placebo placebo) {
    return switch (placebo.kind()) {
      case RANDOM -> "Random " + placebo.number();
      case SHUFFLED -> "Shuffled " + placebo.number();
      case FLIP -> "Flipped sign";
      case LAYER -> "Layer " + placebo.number() + "’s";
      case CONCISE -> "Prompt only";
      case UNGATED -> "Without the gate";
    };
  }
}
