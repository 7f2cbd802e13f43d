package org.densesteer.ui.notebook;

import java.util.List;
import java.util.function.Consumer;
import org.densesteer.notebook.Run;
import org.densesteer.ui.common.FxmlFile;
import org.densesteer.ui.common.FxmlViews;
import org.densesteer.ui.common.Overlay;
import org.densesteer.ui.common.Page;
import org.densesteer.ui.common.Pages;
import org.densesteer.ui.copies.RunCopier;

/**
 * The parts of the Notebook page.
 *
 * @param model the runs
 * @param show shows a run in the panes
 * @param pin puts runs beside what stands in the panes
 * @param replay shows a run on stage as it was written
 * @param panels sets the panels to a run
 * @param copier takes runs away as texts
 * @param overlay what two answers are compared on
 */
public record NotebookPage(
    NotebookViewModel model,
    Consumer<Run> show,
    Consumer<List<Run>> pin,
    Consumer<Run> replay,
    RunPanels panels,
    RunCopier copier,
    Overlay overlay) {

  /** Says how the page and its controllers are made. */
  public void introduce(FxmlViews views, Pages pages) {
    pages.with(Page.NOTEBOOK, () -> views.load(FxmlFile.NOTEBOOK));
    views.with(
        NotebookController.class,
        () ->
            new NotebookController(
                model, new RunActions(model, show, pin, replay, panels, copier), overlay));
  }
}
