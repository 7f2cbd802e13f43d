package org.densesteer.ui.download;

import javafx.application.Platform;
import javafx.scene.Parent;
import org.densesteer.hub.ModelStore;
import org.densesteer.ui.common.FxmlFile;
import org.densesteer.ui.common.FxmlViews;
import org.densesteer.ui.common.Notices;
import org.densesteer.ui.common.Overlay;
import org.densesteer.ui.common.TaskRunner;
import org.densesteer.ui.model.ModelViewModel;
import org.jspecify.annotations.Nullable;

/** Gets models. Its downloads go on while it is closed. */
public final class GetModelDialog {

  private final DownloadsViewModel downloads;
  private final Overlay overlay;
  private @Nullable Parent view;

  /**
   * A dialog without downloads.
   *
   * @param store where models come to lie
   * @param models opens what has arrived
   * @param overlay where it is shown
   */
  public GetModelDialog(
      ModelStore store, ModelViewModel models, TaskRunner tasks, Notices notices, Overlay overlay) {
    downloads = new DownloadsViewModel(store, models, tasks, notices, Platform::runLater);
    this.overlay = overlay;
  }

  /** Opens it, with the downloads of this session. */
  public void show() {
    Parent shown = view;
    if (shown == null) {
      shown =
          new FxmlViews()
              .with(GetModelController.class, () -> new GetModelController(downloads, overlay))
              .load(FxmlFile.GET_MODEL);
      view = shown;
    }
    overlay.show(shown);
  }
}
