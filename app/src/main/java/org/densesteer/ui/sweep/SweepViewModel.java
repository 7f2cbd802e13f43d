package org.densesteer.ui.sweep;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.LongSupplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.densesteer.common.FaultException;
import org.densesteer.evaluation.plan.SweepParts;
import org.densesteer.evaluation.plan.SweepPlan;
import org.densesteer.evaluation.plan.SweepSetup;
import org.densesteer.evaluation.results.Measure;
import org.densesteer.evaluation.results.SafeBands;
import org.densesteer.evaluation.results.SweepFolder;
import org.densesteer.evaluation.results.SweepResults;
import org.densesteer.evaluation.run.AnswerEngine;
import org.densesteer.evaluation.run.SweepControl;
import org.densesteer.evaluation.run.SweepRunner;
import org.densesteer.ui.common.Notices;
import org.densesteer.ui.common.Pulses;
import org.densesteer.ui.common.TaskRunner;
import org.densesteer.ui.model.ModelViewModel;
import org.densesteer.ui.model.RunEngine;
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
  private volatile @Nullable SweepControl control;
  private volatile @Nullable SweepClock clock;
  private Runnable endPulses = () -> {};
  private long lastPicture;
  private long pause;

  /**
   * Creates the view model.
   *
   * @param sweeps folder in which every sweep gets one of its own
   */
  SweepViewModel(
      SweepForm form,
      ModelViewModel models,
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
    if (state.get().active()) {
      return;
    }
    SweepRun next;
    SweepRunner runner;
    AnswerEngine answers;
    RunEngine engine = models.engineProperty().get();
    try {
      SweepSetup setup = form.setup();
      if (engine == null) {
        throw new FaultException("No model is loaded yet; choose one in the model menu.");
      }
      SweepPlan plan = setup.plan();
      answers = engine.answers();
      runner = new SweepRunner(plan, setup.problems(), setup.vector(), answers);
      next =
          new SweepRun(
              setup,
              plan,
              SweepRun.folder(sweeps, plan),
              SweepParts.of(plan, setup.problems()),
              runner.answers());
    } catch (FaultException e) {
      notices.fail(e);
      return;
    }
    notices.dismiss();
    run = next;
    results.set(null);
    state.set(SweepState.RUNNING);
    progressText.set("Starting");
    progress.set(-1);
    paint();
    endPulses = pulses.start(this::pulse);
    tasks.start(
        "Sweep of " + next.setup().vector().name(),
        (words, cancellation) -> {
          SweepControl mine = new SweepControl(cancellation);
          SweepClock counted = new SweepClock(words);
          control = mine;
          clock = counted;
          SweepFolder folder = next.folder();
          boolean there = Files.exists(folder.planFile());
          try (answers) {
            return runner.run(
                folder, next.setup().origin(folder.path()), there, answer -> {}, counted, mine);
          }
        },
        this::finished,
        this::failed);
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
            ? "Stopped; Run goes on where it was."
            : "Failed; Run goes on where it was.");
    paint();
    notices.fail(failure);
  }

  private void end(SweepState last) {
    control = null;
    clock = null;
    endPulses.run();
    endPulses = () -> {};
    state.set(last);
  }

  /** Lets the sweep wait. */
  public void pause() {
    SweepControl present = control;
    if (state.get() == SweepState.RUNNING && present != null) {
      present.pause();
      state.set(SweepState.PAUSED);
    }
  }

  /** Lets a paused sweep go on. */
  public void resume() {
    SweepControl present = control;
    if (state.get() == SweepState.PAUSED && present != null) {
      present.resume();
      state.set(SweepState.RUNNING);
    }
  }

  /** Stops the sweep at its next token; no finished answer is lost. */
  public void stop() {
    SweepControl present = control;
    if (present != null) {
      present.cancel();
    }
  }

  private void pulse() {
    long now = nanoTime.getAsLong();
    if (now - lastPicture >= pause) {
      lastPicture = now;
      paint();
      // A large sweep takes longer to look at, and is looked at less often.
      pause = Math.max(NANOS_BETWEEN_PICTURES, PAUSE_PER_WORK * (nanoTime.getAsLong() - now));
      SweepClock counted = clock;
      if (counted != null) {
        SweepClock.Reading reading = counted.last();
        progressText.set(
            state.get() == SweepState.PAUSED ? "Paused · " + reading.text() : reading.text());
        progress.set(reading.fraction());
      }
    }
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
