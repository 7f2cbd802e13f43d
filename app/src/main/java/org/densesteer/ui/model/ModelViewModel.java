package org.densesteer.ui.model;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.densesteer.common.Cancellation;
import org.densesteer.ui.common.Notices;
import org.densesteer.ui.common.TaskRunner;
import org.densesteer.ui.settings.Settings;
import org.jspecify.annotations.Nullable;

/** The model in use, and how another one takes its place. */
public final class ModelViewModel {

  private final RunEngine.Opener opener;
  private final Supplier<Path> sampleFolder;
  private final TaskRunner tasks;
  private final Notices notices;
  private final Settings settings;

  private final ReadOnlyObjectWrapper<ModelState> state =
      new ReadOnlyObjectWrapper<>(ModelState.NONE);
  private final ReadOnlyObjectWrapper<@Nullable RunEngine> engine = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<ModelSource> source =
      new ReadOnlyObjectWrapper<>(ModelSource.SAMPLE);
  private ModelSource loaded = ModelSource.SAMPLE;
  private @Nullable Cancellation loading;
  private int attempt;

  /**
   * Creates the view model.
   *
   * @param sampleFolder finds the sample model's folder; called on a background thread
   */
  public ModelViewModel(
      RunEngine.Opener opener,
      Supplier<Path> sampleFolder,
      TaskRunner tasks,
      Notices notices,
      Settings settings) {
    this.opener = opener;
    this.sampleFolder = sampleFolder;
    this.tasks = tasks;
    this.notices = notices;
    this.settings = settings;
  }

  /** Loads a model in the background; the present one stays until the new one is ready. */
  public void open(ModelSource wanted) {
    int thisAttempt = ++attempt;
    if (loading != null) {
      loading.request();
    }
    source.set(wanted);
    state.set(ModelState.LOADING);
    loading =
        tasks.start(
            "Loading " + wanted.name(),
            (progress, cancellation) -> {
              Path folder = wanted.folder();
              return opener.open(
                  folder == null ? sampleFolder.get() : folder, progress, cancellation);
            },
            opened -> take(thisAttempt, wanted, opened),
            failure -> fail(thisAttempt, failure));
  }

  private void take(int thisAttempt, ModelSource wanted, RunEngine opened) {
    if (thisAttempt != attempt) {
      tasks.quietly(opened::close);
      return;
    }
    loading = null;
    loaded = wanted;
    RunEngine old = engine.get();
    engine.set(opened);
    state.set(ModelState.READY);
    settings.modelProperty().set(wanted.key());
    if (wanted.folder() != null) {
      Settings.remember(settings.recentModels(), wanted.folder());
    }
    if (old != null) {
      tasks.quietly(old::close);
    }
  }

  private void fail(int thisAttempt, Throwable failure) {
    if (thisAttempt != attempt) {
      return;
    }
    loading = null;
    boolean keeps = engine.get() != null;
    state.set(keeps ? ModelState.READY : ModelState.FAILED);
    source.set(loaded);
    notices.fail(failure);
  }

  /** The models to choose from: the sample model, then folders opened before. */
  public List<ModelSource> choices() {
    return Stream.concat(
            Stream.of(ModelSource.SAMPLE),
            settings.recentModels().stream().map(path -> ModelSource.of(Path.of(path))))
        .toList();
  }

  /** How far the model has come. */
  public ReadOnlyObjectProperty<ModelState> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** The loaded model; null while there is none. */
  public ReadOnlyObjectProperty<@Nullable RunEngine> engineProperty() {
    return engine.getReadOnlyProperty();
  }

  /** Which model is loaded or being loaded. */
  public ReadOnlyObjectProperty<ModelSource> sourceProperty() {
    return source.getReadOnlyProperty();
  }

  /** Frees the model. */
  public void close() {
    attempt++;
    if (loading != null) {
      loading.request();
    }
    RunEngine open = engine.get();
    engine.set(null);
    if (open != null) {
      open.close();
    }
  }
}
