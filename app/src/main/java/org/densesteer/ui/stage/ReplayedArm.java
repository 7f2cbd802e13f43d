package org.densesteer.ui.stage;

import org.densesteer.generation.Arm;
import org.densesteer.notebook.Run;
import org.densesteer.notebook.RunArm;
import org.densesteer.notebook.RunChange;
import org.densesteer.ui.compare.ArmTitles;
import org.densesteer.ui.trace.ArmViewModel;
import org.densesteer.ui.trace.AskedArm;
import org.densesteer.ui.trace.Staleness;

/** A recorded answer in a pane of its own. */
final class ReplayedArm {

  private static final int FIRST_COLOUR = 2;
  private static final int COLOURS = 4;

  private final Run run;
  private final RunArm arm;
  private final ArmViewModel pane;
  private int shown;

  /**
   * Nothing of it is shown yet.
   *
   * @param place of the arm in its run, which decides the colour of further arms
   */
  ReplayedArm(Run run, RunArm arm, int place, String title) {
    this.run = run;
    this.arm = arm;
    pane = new ArmViewModel(title, colour(arm.name(), place), new RecordedCounts(arm));
    restart();
  }

  private static int colour(String arm, int place) {
    return switch (arm) {
      case Arm.BASELINE -> 0;
      case Arm.STEERED -> 1;
      default -> FIRST_COLOUR + Math.floorMod(place - FIRST_COLOUR, COLOURS);
    };
  }

  static ReplayedArm of(Run run, int place) {
    RunArm arm = run.arms().get(place);
    return new ReplayedArm(run, arm, place, ArmTitles.of(arm.name()));
  }

  /** Empties the pane. */
  void restart() {
    shown = 0;
    pane.reset();
    pane.ask(AskedArm.of(run, arm));
    pane.become(Staleness.REPLAY);
  }

  /** Shows so many tokens; with the last one, all that is known of the answer. */
  void showUpTo(int tokens) {
    for (RunChange change : arm.changes()) {
      if (change.token() >= shown && change.token() < tokens) {
        pane.steered(change);
      }
    }
    if (shown == 0 && tokens > 1) {
      // Speed is counted from the first one on.
      pane.accept(arm.answer().tokens().subList(0, 1));
      shown = 1;
    }
    pane.accept(arm.answer().tokens().subList(shown, Math.max(shown, tokens)));
    shown = Math.max(shown, tokens);
    if (shown == arm.answer().tokens().size() && pane.recordedProperty().get() == null) {
      finish();
    }
  }

  /** Shows the whole answer. */
  ReplayedArm finish() {
    shown = arm.answer().tokens().size();
    pane.finish(arm);
    pane.belongTo(run);
    return this;
  }

  ArmViewModel pane() {
    return pane;
  }
}
