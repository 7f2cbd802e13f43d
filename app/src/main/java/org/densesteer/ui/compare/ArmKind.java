package org.densesteer.ui.compare;

/** What an arm beside baseline and steered arm is. */
sealed interface ArmKind permits PlaceboArm, SetArm, PinnedArm {

  /** What its pane is headed with. */
  String title();

  /** What it is, in words that follow a colon. */
  String describe();

  /** Whether it is one of a fan of strengths, which goes as a whole. */
  default boolean ofFan() {
    return false;
  }
}
