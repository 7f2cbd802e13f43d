package org.densesteer.generation;

import java.util.List;
import org.densesteer.steering.Steering;

/** Lets tests of other packages see what a run was told. */
public final class RunControls {

  private RunControls() {}

  /** What the arm was last steered with while the run went on; nothing when it was not. */
  public static List<Steering> steeringOf(RunControl control, int arm) {
    List<Steering> steerings = control.steeringOf(arm);
    return steerings == null ? List.of() : steerings;
  }
}
