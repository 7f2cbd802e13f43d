package org.densesteer.ui.compare;

import java.util.Locale;
import org.densesteer.common.FaultException;
import org.densesteer.evaluation.placebo.Placebo;
import org.densesteer.generation.Arm;

/** What panes call the arms of a run. */
public final class ArmTitles {

  private ArmTitles() {}

  /** The title of an arm by its name in the run. */
  public static String of(String arm) {
    if (arm.equals(Arm.BASELINE) || arm.equals(Arm.STEERED)) {
      return arm.substring(0, 1).toUpperCase(Locale.ROOT) + arm.substring(1);
    }
    try {
      return PlaceboArm.title(Placebo.named(arm));
    } catch (FaultException e) {
      return arm;
    }
  }
}
