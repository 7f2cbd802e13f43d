package org.densesteer.ui.compare;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.densesteer.generation.Arm;
import org.densesteer.notebook.Run;
import org.densesteer.notebook.RunArm;

/**
 * A recorded answer that stands beside those of new runs and is never given again.
 *
 * @param run the run it is of
 * @param arm the answer
 */
record PinnedArm(Run run, RunArm arm) implements ArmKind {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMM HH:mm:ss", Locale.ENGLISH)
          .withZone(ZoneId.systemDefault());

  /** The steered answer of a run; its first where none is steered. */
  static PinnedArm of(Run run) {
    return new PinnedArm(run, run.arm(Arm.STEERED).orElseGet(() -> run.arms().get(0)));
  }

  /** Whether it is this answer. */
  boolean is(Run other, RunArm otherArm) {
    return run.id().equals(other.id()) && arm.name().equals(otherArm.name());
  }

  @Override
  public String title() {
    return ArmTitles.of(arm.name()) + ", " + TIME.format(run.made());
  }

  @Override
  public String describe() {
    return "the answer of a run of the notebook, as it was recorded";
  }
}
