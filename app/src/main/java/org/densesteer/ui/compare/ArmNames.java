package org.densesteer.ui.compare;

import java.util.List;
import org.densesteer.generation.Arm;

/** Keeps names of arms apart. */
final class ArmNames {

  private ArmNames() {}

  /** An arm under its name, with a number behind it where others are called so. */
  static Arm apart(Arm arm, List<ShownArm> others) {
    String name = arm.name();
    for (int number = 2; has(name, others); number++) {
      name = arm.name() + " (" + number + ")";
    }
    return new Arm(name, arm.steerings());
  }

  private static boolean has(String name, List<ShownArm> others) {
    return others.stream().anyMatch(other -> other.arm().name().equals(name));
  }
}
