package org.densesteer.ui.download;

import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.densesteer.common.Cancellation;
import org.densesteer.hub.DownloadProgress;
import org.densesteer.hub.ModelName;
import org.densesteer.hub.ModelStore;
import org.densesteer.hub.PauseSwitch;
import org.densesteer.ui.common.Notice;
import org.densesteer.ui.common.TaskRunner;
import org.jspecify.annotations.Nullable;

/** One model on its way here. Used on the window's thread. */
final class Download {

  private final ModelName model;
  private final PauseSwitch pause = new PauseSwitch();
  private final ReadOnlyObjectWrapper<DownloadState> state =
      new ReadOnlyObjectWrapper<>(DownloadState.RUNNING);
  private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("starting");
  private final ReadOnlyDoubleWrapper share = new ReadOnlyDoubleWrapper(-1);
  private @Nullable Cancellation cancellation;
  private @Nullable Path folder;

  Download(ModelName model) {
    this.model = model;
  }

  /**
   * Begins.
   *
   * @param onEnd hears the failure, or null when everything is here
   */
  void start(ModelStore store, TaskRunner tasks, Consumer<@Nullable Throwable> onEnd) {
    cancellation =
        tasks.start(
            "Downloading " + model,
            (progress, flag) -> store.fetch(model, pause, flag, DownloadProgress.to(progress)),
            this::show,
            here -> {
              folder = here;
              end(DownloadState.DONE, "complete");
              share.set(1);
              onEnd.accept(null);
            },
            failure -> {
              if (failure instanceof CancellationException) {
                end(DownloadState.CANCELLED, "Cancelled. What has arrived is kept.");
              } else {
                end(DownloadState.FAILED, Notice.of(failure).sentence());
              }
              onEnd.accept(failure);
            });
  }

  private void show(String words, double fraction) {
    if (!state.get().ended()) {
      text.set(words);
      share.set(fraction);
    }
  }

  private void end(DownloadState ended, String words) {
    state.set(ended);
    text.set(words);
  }

  /** Holds it; what has arrived stays. */
  void pause() {
    if (state.get() == DownloadState.RUNNING) {
      pause.pause();
      state.set(DownloadState.PAUSED);
    }
  }

  /** Lets it go on. */
  void resume() {
    if (state.get() == DownloadState.PAUSED) {
      pause.resume();
      state.set(DownloadState.RUNNING);
    }
  }

  /** Ends it at its next step; what has arrived stays, and the next download goes on from there. */
  void cancel() {
    if (cancellation != null) {
      cancellation.request();
    }
  }

  /** What is fetched. */
  ModelName model() {
    return model;
  }

  /** The checkpoint folder; null before everything is here. */
  @Nullable Path folder() {
    return folder;
  }

  /** How far it has come. */
  ReadOnlyObjectProperty<DownloadState> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** File, amount, speed and time left; or how it ended. */
  ReadOnlyStringProperty textProperty() {
    return text.getReadOnlyProperty();
  }

  /** Share that is here, in 0..1; negative while it is not known. */
  ReadOnlyDoubleProperty shareProperty() {
    return share.getReadOnlyProperty();
  }
}
