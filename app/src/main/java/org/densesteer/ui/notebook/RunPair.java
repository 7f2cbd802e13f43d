package org.densesteer.ui.notebook;

import java.util.List;
import java.util.function.Consumer;
import org.densesteer.generation.Arm;
import org.densesteer.notebook.Run;
import org.densesteer.notebook.RunArm;
import org.densesteer.notebook.RunWords;

/**
 * Two answers beside each other.
 *
 * @param firstTitle what the first was made with
 * @param first its text
 * @param secondTitle what the second was made with
 * @param second its text
 */
record RunPair(String firstTitle, String first, String secondTitle, String second) {

  /** The steered answers of two runs, the older first, or the first two arms of one. */
  static void load(NotebookViewModel model, List<NotebookRow> rows, Consumer<RunPair> taker) {
    if (rows.size() == 2) {
      model.load(
          rows.get(1),
          older -> model.load(rows.get(0), newer -> taker.accept(ofSteered(older, newer))));
    } else if (rows.size() == 1) {
      model.load(
          rows.get(0),
          run -> {
            if (run.arms().size() > 1) {
              taker.accept(of(run, run.arms().get(0), run, run.arms().get(1)));
            }
          });
    }
  }

  /** The steered answers of a run of the list and of one at hand, the older first. */
  static void load(NotebookViewModel model, NotebookRow row, Run here, Consumer<RunPair> taker) {
    model.load(
        row,
        run ->
            taker.accept(
                run.made().isAfter(here.made()) ? ofSteered(here, run) : ofSteered(run, here)));
  }

  private static RunPair ofSteered(Run older, Run newer) {
    return of(older, steered(older), newer, steered(newer));
  }

  private static RunArm steered(Run run) {
    return run.arm(Arm.STEERED).orElse(run.arms().get(0));
  }

  private static RunPair of(Run one, RunArm first, Run other, RunArm second) {
    return new RunPair(
        title(one, first), first.answer().text(), title(other, second), second.answer().text());
  }

  private static String title(Run run, RunArm arm) {
    return arm.name() + ": " + String.join("; ", RunWords.settings(run, arm));
  }
}
