package org.densesteer.ui.notebook;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import org.densesteer.notebook.Run;
import org.densesteer.ui.common.Drawer;
import org.densesteer.ui.common.FxmlFile;
import org.densesteer.ui.common.FxmlViews;
import org.densesteer.ui.common.Overlay;
import org.densesteer.ui.common.Page;
import org.densesteer.ui.common.Pages;
import org.densesteer.ui.copies.RunCopier;
import org.jspecify.annotations.Nullable;

/**
 * The parts of the Notebook page and of the drawer beside the answers.
 *
 * @param model the runs
 * @param show shows a run in the panes
 * @param pin puts runs beside what stands in the panes
 * @param replay shows a run on stage as it was written
 * @param panels sets the panels to a run
 * @param copier takes runs away as texts
 * @param overlay what two answers are compared on
 * @param drawer where the latest runs stand beside the answers
 * @param current the run in the panes
 * @param whole goes to the page
 */
public record NotebookPage(
    NotebookViewModel model,
    Consumer<Run> show,
    Consumer<List<Run>> pin,
    Consumer<Run> replay,
    RunPanels panels,
    RunCopier copier,
    Overlay overlay,
    Drawer drawer,
    ObservableValue<? extends @Nullable Run> current,
    Runnable whole) {

  /** Says how the page and its controllers are made. */
  public void introduce(FxmlViews views, Pages pages) {
    pages.with(Page.NOTEBOOK, () -> views.load(FxmlFile.NOTEBOOK));
    RunActions actions = new RunActions(model, show, pin, replay, panels, copier);
    views
        .with(
            NotebookController.class,
            () -> new NotebookController(model, actions, overlay, current))
        .with(
            DrawerController.class,
            () -> new DrawerController(model, actions, overlay, drawer, current, whole));
  }
}
