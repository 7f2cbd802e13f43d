package org.densesteer.ui.notebook;

import java.util.List;
import java.util.function.Consumer;
import org.densesteer.notebook.Run;
import org.densesteer.notebook.RunText;
import org.densesteer.ui.copies.RunCopier;

/**
 * What is done with runs of the list.
 *
 * @param model the runs
 * @param show shows a run in the panes
 * @param pin puts runs beside what stands in the panes
 * @param replay shows a run on stage as it was written
 * @param panels sets the panels to a run
 * @param copier takes runs away as texts
 */
record RunActions(
    NotebookViewModel model,
    Consumer<Run> show,
    Consumer<List<Run>> pin,
    Consumer<Run> replay,
    RunPanels panels,
    RunCopier copier) {

  void open(NotebookRow row) {
    model.load(row, show);
  }

  void pin(List<NotebookRow> rows) {
    model.load(rows, pin);
  }

  void replay(NotebookRow row) {
    model.load(row, replay);
  }

  void setPanels(NotebookRow row) {
    model.load(row, run -> panels.steering().order().together(() -> panels.set(run)));
  }

  void copy(RunText text, List<NotebookRow> rows) {
    model.load(rows, runs -> copier.copy(text, runs));
  }
}
