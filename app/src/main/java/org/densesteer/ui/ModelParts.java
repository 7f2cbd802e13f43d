package org.densesteer.ui;

import java.nio.file.Path;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Parent;
import org.densesteer.hub.ModelStore;
import org.densesteer.ui.common.DialogService;
import org.densesteer.ui.common.FxmlFile;
import org.densesteer.ui.common.FxmlViews;
import org.densesteer.ui.common.Notices;
import org.densesteer.ui.common.Overlay;
import org.densesteer.ui.common.TaskRunner;
import org.densesteer.ui.download.DownloadsViewModel;
import org.densesteer.ui.download.GetModelController;
import org.densesteer.ui.model.ModelShelf;
import org.densesteer.ui.model.ModelViewModel;
import org.densesteer.ui.settings.Settings;
import org.densesteer.ui.shell.ModelMenu;
import org.jspecify.annotations.Nullable;

/** The model menu, and the dialog that gets models. */
final class ModelParts {

  private final ModelViewModel models;
  private final ModelStore store;
  private final Settings settings;
  private final TaskRunner tasks;
  private final Overlay overlay;
  private final DownloadsViewModel downloads;
  private @Nullable Parent dialog;

  ModelParts(
      ModelViewModel models,
      ModelStore store,
      Settings settings,
      TaskRunner tasks,
      Notices notices,
      Overlay overlay) {
    this.models = models;
    this.store = store;
    this.settings = settings;
    this.tasks = tasks;
    this.overlay = overlay;
    downloads = new DownloadsViewModel(store, models, tasks, notices, Platform::runLater);
  }

  ModelMenu menu(Supplier<Path> sampleModel, DialogService dialogs) {
    ModelShelf shelf = new ModelShelf(store, settings, sampleModel, tasks, Platform::runLater);
    return new ModelMenu(models, shelf, settings, dialogs, this::showGetModel);
  }

  /** Always the same view: it goes on listening to downloads while it is closed. */
  private void showGetModel() {
    Parent shown = dialog;
    if (shown == null) {
      shown =
          new FxmlViews()
              .with(GetModelController.class, () -> new GetModelController(downloads, overlay))
              .load(FxmlFile.GET_MODEL);
      dialog = shown;
    }
    overlay.show(shown);
  }
}
