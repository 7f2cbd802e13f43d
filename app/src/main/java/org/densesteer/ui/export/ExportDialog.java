package org.densesteer.ui.export;

import java.util.function.Consumer;
import org.densesteer.steering.Steering;
import org.densesteer.ui.common.DialogService;
import org.densesteer.ui.common.FxmlFile;
import org.densesteer.ui.common.FxmlViews;
import org.densesteer.ui.common.Notices;
import org.densesteer.ui.common.Overlay;
import org.densesteer.ui.common.TaskRunner;
import org.densesteer.ui.model.ModelViewModel;
import org.densesteer.ui.model.RunEngine;

/**
 * Writes a tuned vector to a file.
 *
 * @param models the loaded model, which a vector that names none is said to be made for
 * @param tasks runs what takes time
 * @param notices where messages go
 * @param dialogs asks where to write
 * @param overlay where it is shown
 * @param bundle writes a vector with all that is known of it
 */
public record ExportDialog(
    ModelViewModel models,
    TaskRunner tasks,
    Notices notices,
    DialogService dialogs,
    Overlay overlay,
    Consumer<Steering> bundle) {

  /** Opens it for a vector as it is applied. */
  public void show(Steering tuned) {
    RunEngine engine = models.engineProperty().get();
    ExportViewModel viewModel =
        new ExportViewModel(tuned, engine == null ? null : engine.info(), tasks, notices);
    overlay.show(
        new FxmlViews()
            .with(
                ExportController.class,
                () -> new ExportController(viewModel, dialogs, overlay, bundle))
            .load(FxmlFile.EXPORT));
  }
}
