package org.densesteer.ui.compare;

import java.util.List;
import org.densesteer.evaluation.placebo.Placebo;
import org.densesteer.evaluation.placebo.PlaceboKind;
import org.densesteer.evaluation.placebo.PlaceboMix;
import org.densesteer.generation.Arm;
import org.densesteer.steering.Steering;

/**
 * Something that should not work, in the place of what steers.
 *
 * @param placebo what it does
 */
record PlaceboArm(Placebo placebo) implements ArmKind {

  /** Whether it reads another prompt, and so runs on its own. */
  boolean promptOnly() {
    return placebo.kind() == PlaceboKind.CONCISE;
  }

  /**
   * What it makes of vectors at work.
   *
   * @param seed decides the random directions
   * @throws org.densesteer.common.FaultException when a vector lacks a layer or a control
   */
  Arm standingInFor(List<Steering> atWork, long seed) {
    return new Arm(placebo.name(), PlaceboMix.of(placebo, atWork, seed));
  }

  @Override
  public String title() {
    return title(placebo);
  }

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

  @Override
  public String describe() {
    return placebo.describe();
  }
}
