package org.densesteer.ui.compare;

import org.densesteer.evaluation.placebo.Placebo;
import org.densesteer.evaluation.placebo.PlaceboKind;
import org.densesteer.ui.trace.ArmViewModel;

/**
 * An arm beside baseline and steered arm.
 *
 * @param placebo what it does
 * @param pane what it says
 */
public record ExtraArm(Placebo placebo, ArmViewModel pane) {

  /** Whether it reads another prompt, and so runs on its own. */
  boolean promptOnly() {
    return placebo.kind() == PlaceboKind.CONCISE;
  }

  /** What a pane of this placebo is headed with. */
  static String title(Placebo placebo) {
    return switch (placebo.kind()) {
      case RANDOM -> "Random " + placebo.number();
      case SHUFFLED -> "Shuffled " + placebo.number();
      case FLIP -> "Flipped sign";
      case LAYER -> "Layer " + placebo.number() + "’s";
      case CONCISE -> "Prompt only";
    };
  }
}
