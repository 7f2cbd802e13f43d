package org.densesteer.ui.sweep;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.densesteer.common.FaultException;
import org.densesteer.common.Latest;
import org.densesteer.evaluation.plan.SweepParts;
import org.densesteer.evaluation.plan.SweepPlan;
import org.densesteer.evaluation.results.Measure;
import org.densesteer.evaluation.results.SafeBands;
import org.densesteer.evaluation.results.SweepFolder;
import org.densesteer.evaluation.results.SweepResults;
import org.densesteer.evaluation.run.AnswerEngine;
import org.densesteer.evaluation.run.BatchComputer;
import org.densesteer.evaluation.run.SweepRunner;
import org.densesteer.evaluation.run.SweepSpeed;
import org.densesteer.ui.common.Notice;
import org.densesteer.ui.common.Notices;
import org.densesteer.ui.common.Pulses;
import org.densesteer.ui.common.TaskRunner;
import org.densesteer.ui.model.ModelViewModel;
import org.densesteer.ui.model.RunEngine;
import org.densesteer.ui.settings.Source;
import org.jspecify.annotations.Nullable;

/** Runs sweeps, and shows the present one while it grows. Used on the window's thread. */
public final class SweepViewModel {

  private static final long NANOS_BETWEEN_PICTURES = 250_000_000L;

  private static final int PAUSE_PER_WORK = 20;

  private final SweepForm form;
  private final ModelViewModel models;
  private final Path sweeps;
  private final TaskRunner tasks;
  private final Notices notices;
  private final Pulses pulses;
  private final LongSupplier nanoTime;
  private final SweepResumer resumer;
  private final Latest opening = new Latest();

  private final ReadOnlyObjectWrapper<SweepState> state =
      new ReadOnlyObjectWrapper<>(SweepState.EMPTY);
  private final ObjectProperty<Measure> measure = new SimpleObjectProperty<>(Measure.DENSITY);
  private final ReadOnlyObjectWrapper<@Nullable HeatPicture> picture =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable SweepResults> results =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable SafeBands> safeBands =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper progressText = new ReadOnlyStringWrapper("");
  private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper();

  private @Nullable SweepRun run;
  private @Nullable SweepJob present;
  private BiConsumer<SweepPlan, SweepSpeed> onSpeed = (plan, speed) -> {};
  private Runnable endPulses = () -> {};
  private long lastPicture;
  private long pause;

  /**
   * Creates the view model.
   *
   * @param checkpoints finds what {@code --model} was given; called on a background thread
   * @param sweeps folder in which every sweep gets one of its own
   */
  SweepViewModel(
      SweepForm form,
      ModelViewModel models,
      SweptVectors vectors,
      Function<String, Source> checkpoints,
      Path sweeps,
      TaskRunner tasks,
      Notices notices,
      Pulses pulses,
      LongSupplier nanoTime) {
    this.form = form;
    this.models = models;
    this.sweeps = sweeps;
    this.tasks = tasks;
    this.notices = notices;
    this.pulses = pulses;
    this.nanoTime = nanoTime;
    resumer = new SweepResumer(models, vectors, checkpoints, tasks, notices, this::resumed);
    measure.addListener((property, before, now) -> paint());
    models
        .engineProperty()
        .addListener(
            (property, before, now) -> {
              if (state.get().active()) {
                stop();
              }
            });
  }

  /** Starts the sweep of the form, or goes on with it where its journal ends. */
  public void run() {
    if (!state.get().active()) {
      try {
        start(SweepStart.of(form.setup(), sweeps));
      } catch (FaultException e) {
        notices.fail(e);
      }
    }
  }

  /** Goes on with an unfinished sweep where its journal ends. */
  void goOn(SweepFolder folder) {
    if (!state.get().active()) {
      resumer.goOn(folder);
    }
  }

  private void resumed(SweepStart next) {
    if (!state.get().active()) {
      try {
        start(next);
      } catch (FaultException e) {
        notices.fail(e);
      }
    }
  }

  private void start(SweepStart next) {
    RunEngine engine = models.engineProperty().get();
    if (engine == null) {
      throw new FaultException("No model is loaded yet; choose one in the model menu.");
    }
    AnswerEngine answers = engine.answers();
    SweepRunner runner =
        new SweepRunner(
            next.plan(),
            next.problems(),
            next.vector(),
            BatchComputer.here(next.plan(), next.vector(), next.gate(), answers));
    notices.dismiss();
    opening.forget();
    run =
        new SweepRun(
            next.plan(),
            next.origin(),
            next.folder(),
            SweepParts.of(next.plan(), next.problems()),
            runner.answers());
    results.set(null);
    state.set(SweepState.RUNNING);
    progressText.set("Starting");
    progress.set(-1);
    paint();
    endPulses = pulses.start(this::pulse);
    SweepJob job = new SweepJob(next, nanoTime);
    present = job;
    job.start(runner, answers, tasks, this::finished, this::failed);
  }

  /** Shows a sweep as it lies in its folder, unless one is under way. */
  void open(SweepFolder folder) {
    if (state.get().active()) {
      notices.show(
          Notice.warning("A sweep is under way; stop it to look at another, or wait for it."));
      return;
    }
    Latest.Turn turn = opening.start();
    tasks.start(
        "Reading the sweep " + folder.path().getFileName(),
        (words, cancellation) -> {
          SweepFolder.Content read = folder.read();
          return new Opened(SweepRun.of(folder, read), read.missing() == 0 ? read.results() : null);
        },
        turn.only(this::show),
        notices::fail);
  }

  /** A sweep that was read, and what it showed, if it is finished. */
  private record Opened(SweepRun run, @Nullable SweepResults results) {}

  private void show(Opened opened) {
    notices.dismiss();
    run = opened.run();
    results.set(opened.results());
    if (opened.results() == null) {
      progressText.set("Not finished: it goes on where it was.");
      progress.set(0);
      state.set(SweepState.STOPPED);
    } else {
      progressText.set(CellWords.outcome(opened.results()));
      safeBands.set(SafeBands.of(opened.run().plan(), opened.results()));
      progress.set(1);
      state.set(SweepState.FINISHED);
    }
    paint();
  }

  /** Shows a sweep no longer that was deleted. */
  void forget(SweepFolder folder) {
    SweepRun shown = run;
    if (shown != null
        && !state.get().active()
        && shown.folder().path().toAbsolutePath().equals(folder.path().toAbsolutePath())) {
      run = null;
      results.set(null);
      picture.set(null);
      progressText.set("");
      state.set(SweepState.EMPTY);
    }
  }

  private void finished(SweepResults shown) {
    end(SweepState.FINISHED);
    results.set(shown);
    if (run != null) {
      safeBands.set(SafeBands.of(run.plan(), shown));
    }
    progressText.set(CellWords.outcome(shown));
    progress.set(1);
    paint();
  }

  private void failed(Throwable failure) {
    end(SweepState.STOPPED);
    progressText.set(
        failure instanceof CancellationException
            ? "Stopped; it goes on where it was."
            : "Failed; it goes on where it was.");
    paint();
    notices.fail(failure);
  }

  private void end(SweepState last) {
    SweepJob ended = present;
    present = null;
    if (ended != null) {
      ended.speed().ifPresent(speed -> onSpeed.accept(ended.what().plan(), speed));
    }
    endPulses.run();
    endPulses = () -> {};
    state.set(last);
  }

  /** Lets the sweep wait. */
  public void pause() {
    SweepJob job = present;
    if (state.get() == SweepState.RUNNING && job != null && job.pause()) {
      state.set(SweepState.PAUSED);
    }
  }

  /** Lets a paused sweep go on, or one that was stopped. */
  public void resume() {
    SweepJob job = present;
    SweepRun shown = run;
    if (state.get() == SweepState.STOPPED && shown != null) {
      goOn(shown.folder());
    } else if (state.get() == SweepState.PAUSED && job != null) {
      job.resume();
      state.set(SweepState.RUNNING);
    }
  }

  /** Says who hears how quickly a sweep went, when it ends. */
  void setOnSpeed(BiConsumer<SweepPlan, SweepSpeed> listener) {
    onSpeed = listener;
  }

  /** Stops the sweep at its next token; no finished answer is lost. */
  public void stop() {
    SweepJob job = present;
    if (job != null) {
      job.stop();
    }
  }

  private void pulse() {
    long now = nanoTime.getAsLong();
    if (now - lastPicture >= pause) {
      lastPicture = now;
      paint();
      // A large sweep takes longer to look at, and is looked at less often.
      pause = Math.max(NANOS_BETWEEN_PICTURES, PAUSE_PER_WORK * (nanoTime.getAsLong() - now));
      SweepJob job = present;
      if (job != null) {
        job.reading().ifPresent(this::show);
      }
    }
  }

  private void show(SweepClock.Reading reading) {
    progressText.set(
        state.get() == SweepState.PAUSED ? "Paused · " + reading.text() : reading.text());
    progress.set(reading.fraction());
  }

  private void paint() {
    if (run != null) {
      picture.set(HeatPicture.of(run, measure.get(), results.get()));
    }
  }

  /** What there is to say about a cell; a hundredth of a second or so. */
  public String describe(HeatPicture.Cell cell) {
    return run == null ? "" : CellWords.about(run, cell.arm(), measure.get());
  }

  /** The problems of a cell, as it and the baseline answered them so far. */
  public List<ProblemLine> problems(HeatPicture.Cell cell) {
    return run == null ? List.of() : ProblemLine.of(run, cell.arm());
  }

  /** The sweep that is shown; null before the first. */
  @Nullable SweepRun shown() {
    return run;
  }

  /** What would be interrupted by leaving the window now, a sentence; empty for nothing. */
  public ObservableValue<String> unfinishedProperty() {
    return state.map(
        now ->
            now.active()
                ? "A sweep is under way. Its finished answers are kept, and the list of sweeps goes on with it after the next start."
                : "");
  }

  /** What is swept next. */
  public SweepForm form() {
    return form;
  }

  /** How far the sweep is. */
  public ReadOnlyObjectProperty<SweepState> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** What the heat map shows. */
  ObjectProperty<Measure> measureProperty() {
    return measure;
  }

  /** The heat map; null before the first sweep. */
  ReadOnlyObjectProperty<@Nullable HeatPicture> pictureProperty() {
    return picture.getReadOnlyProperty();
  }

  /** What the finished sweep showed; null until it is. */
  ReadOnlyObjectProperty<@Nullable SweepResults> resultsProperty() {
    return results.getReadOnlyProperty();
  }

  /** Which strengths the sweep that was finished last found safe; null before the first. */
  ReadOnlyObjectProperty<@Nullable SafeBands> safeBandsProperty() {
    return safeBands.getReadOnlyProperty();
  }

  /** How far it is, in words. */
  ReadOnlyStringProperty progressTextProperty() {
    return progressText.getReadOnlyProperty();
  }

  /** Done in 0..1; negative while unknown. */
  public ReadOnlyDoubleProperty progressProperty() {
    return progress.getReadOnlyProperty();
  }
}
