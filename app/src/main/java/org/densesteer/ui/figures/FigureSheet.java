package org.densesteer.ui.figures;

import org.densesteer.ui.common.DialogService;
import org.densesteer.ui.common.FxmlFile;
import org.densesteer.ui.common.FxmlViews;
import org.densesteer.ui.common.Notices;
import org.densesteer.ui.common.Overlay;
import org.densesteer.ui.common.TaskRunner;
import org.densesteer.ui.settings.Settings;

/**
 * Saves figures, in whatever format and size a person chooses.
 *
 * @param settings where the choice is remembered
 * @param tasks draws and writes
 * @param notices where messages go
 * @param dialogs asks where to write
 * @param overlay where it is shown
 */
public record FigureSheet(
    Settings settings, TaskRunner tasks, Notices notices, DialogService dialogs, Overlay overlay) {

  /** Opens it for a figure. */
  public void show(FigureSource source) {
    FigureViewModel model = new FigureViewModel(source, settings, tasks, notices);
    overlay.show(
        new FxmlViews()
            .with(FigureController.class, () -> new FigureController(model, dialogs, overlay))
            .load(FxmlFile.FIGURE));
  }
}
