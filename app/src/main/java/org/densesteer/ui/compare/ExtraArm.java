package org.densesteer.ui.compare;

import org.densesteer.ui.trace.ArmViewModel;

/**
 * An arm beside baseline and steered arm.
 *
 * @param kind what it is
 * @param pane what it says
 */
record ExtraArm(ArmKind kind, ArmViewModel pane) {

  /** Whether it reads another prompt, and so runs on its own. */
  boolean promptOnly() {
    return kind instanceof PlaceboArm placebo && placebo.promptOnly();
  }

  /** Whether it is a record that no run touches. */
  boolean pinned() {
    return kind instanceof PinnedArm;
  }
}
