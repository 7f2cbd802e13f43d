package org.densesteer.ui.model;

import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.densesteer.common.Cancellation;
import org.densesteer.common.Latest;
import org.densesteer.model.Precision;
import org.densesteer.model.memory.MemoryFault;
import org.densesteer.ui.common.Notice;
import org.densesteer.ui.common.Notices;
import org.densesteer.ui.common.TaskRunner;
import org.densesteer.ui.settings.Settings;
import org.densesteer.ui.settings.Source;
import org.jspecify.annotations.Nullable;

/** The model in use, and how another one takes its place. */
public final class ModelViewModel {

  /** What is in use: the model, and the precision that was asked for. */
  private record Loaded(Source source, Precision precision) {}

  private final RunEngine.Opener opener;
  private final Supplier<Path> sampleFolder;
  private final TaskRunner tasks;
  private final Notices notices;
  private final Settings settings;

  private final ReadOnlyObjectWrapper<ModelState> state =
      new ReadOnlyObjectWrapper<>(ModelState.NONE);
  private final ReadOnlyObjectWrapper<@Nullable RunEngine> engine = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Source> source =
      new ReadOnlyObjectWrapper<>(Source.SAMPLE_MODEL);
  private final ReadOnlyDoubleWrapper loadedShare = new ReadOnlyDoubleWrapper(-1);
  private @Nullable Loaded loaded;
  private @Nullable Cancellation loading;
  private final Latest loads = new Latest();

  /**
   * Creates the view model.
   *
   * @param opener loads models in the precision that the settings ask for
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
  public void open(Source wanted) {
    notices.settle();
    load(wanted);
  }

  private void load(Source wanted) {
    load(wanted, () -> {}, () -> {});
  }

  /** Loads the model that was open last; the sample model where that one cannot be had. */
  public void restore() {
    Source last = Source.model(settings.modelProperty().get());
    load(
        last,
        () -> {},
        () -> {
          if (last.path() != null) {
            load(Source.SAMPLE_MODEL);
          }
        });
  }

  /** Asks for another precision, in which the present model is loaded anew. */
  public void choosePrecision(Precision wanted) {
    if (wanted != settings.precisionProperty().get()) {
      settings.precisionProperty().set(wanted);
      if (engine.get() != null || state.get() == ModelState.LOADING) {
        open(source.get());
      }
    }
  }

  /**
   * Loads a model.
   *
   * @param before done on the background thread first
   * @param otherwise done when it fails and there is no model from before
   */
  private void load(Source wanted, Runnable before, Runnable otherwise) {
    Latest.Turn mine = loads.start();
    if (loading != null) {
      loading.request();
    }
    source.set(wanted);
    loadedShare.set(-1);
    state.set(ModelState.LOADING);
    Loaded asked = new Loaded(wanted, settings.precisionProperty().get());
    loading =
        tasks.start(
            "Loading " + wanted.name(),
            (progress, cancellation) -> {
              before.run();
              Path folder = wanted.path();
              return wantedStill(
                  opener.open(folder == null ? sampleFolder.get() : folder, progress, cancellation),
                  cancellation);
            },
            (what, share) -> {
              if (mine.current()) {
                loadedShare.set(share);
              }
            },
            opened -> take(mine, asked, opened),
            failure -> fail(mine, asked, failure, otherwise));
  }

  /** Frees what was loaded although it was cancelled in the last moment. */
  private static RunEngine wantedStill(RunEngine opened, Cancellation cancellation) {
    if (cancellation.isRequested()) {
      opened.close();
      cancellation.check();
    }
    return opened;
  }

  private void take(Latest.Turn mine, Loaded asked, RunEngine opened) {
    if (!mine.current()) {
      tasks.quietly(opened::close);
      return;
    }
    loading = null;
    loaded = asked;
    RunEngine old = engine.get();
    engine.set(opened);
    opened.info().notes().forEach(note -> notices.show(Notice.warning(note)));
    state.set(ModelState.READY);
    settings.modelProperty().set(asked.source().key());
    Settings.remember(settings.recentModels(), asked.source());
    if (old != null) {
      tasks.quietly(old::close);
    }
  }

  private void fail(Latest.Turn mine, Loaded asked, Throwable failure, Runnable otherwise) {
    if (!mine.current()) {
      return;
    }
    loading = null;
    RunEngine present = engine.get();
    if (present != null && isInTheWay(present, failure)) {
      notices.show(
          Notice.of(failure)
              .with("Free " + present.info().name() + " first", () -> openInPlace(asked)));
    } else {
      notices.fail(failure);
    }
    if (loaded != null) {
      source.set(loaded.source());
      settings.precisionProperty().set(loaded.precision());
      state.set(ModelState.READY);
    } else {
      source.set(Source.SAMPLE_MODEL);
      state.set(failure instanceof CancellationException ? ModelState.NONE : ModelState.FAILED);
      otherwise.run();
    }
  }

  /** Whether a model failed for memory that the present one holds. */
  private static boolean isInTheWay(RunEngine present, Throwable failure) {
    return failure instanceof MemoryFault fault
        && present.info().fileBytes() >= fault.missingBytes();
  }

  /** Frees the present model before the other is loaded, and takes it back if that fails. */
  private void openInPlace(Loaded wanted) {
    RunEngine present = engine.get();
    Loaded previous = loaded;
    if (present == null || previous == null) {
      return;
    }
    loaded = null;
    engine.set(null);
    settings.precisionProperty().set(wanted.precision());
    load(
        wanted.source(),
        present::close,
        () -> {
          settings.precisionProperty().set(previous.precision());
          load(previous.source());
        });
  }

  /** Stops loading at its next step; the model from before stays in use. */
  public void cancelLoading() {
    if (loading != null && state.get() == ModelState.LOADING) {
      loading.request();
    }
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
  public ReadOnlyObjectProperty<Source> sourceProperty() {
    return source.getReadOnlyProperty();
  }

  /** Where the model in use came from, also while another one is being loaded. */
  public Source sourceInUse() {
    return loaded == null ? source.get() : loaded.source();
  }

  /** Share of the model that is loaded, in 0..1; negative while it is not known. */
  public ReadOnlyDoubleProperty loadedShareProperty() {
    return loadedShare.getReadOnlyProperty();
  }

  /** Frees the model. */
  public void close() {
    loads.forget();
    if (loading != null) {
      loading.request();
    }
    RunEngine open = engine.get();
    loaded = null;
    engine.set(null);
    state.set(ModelState.NONE);
    if (open != null) {
      open.close();
    }
  }
}
