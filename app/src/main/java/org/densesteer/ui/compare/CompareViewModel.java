package org.densesteer.ui.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.densesteer.generation.Arm;
import org.densesteer.generation.PromptReport;
import org.densesteer.generation.RunControl;
import org.densesteer.generation.StopReason;
import org.densesteer.generation.TokenEvent;
import org.densesteer.generation.Trace;
import org.densesteer.metrics.answer.AnswerChecker;
import org.densesteer.steering.Steering;
import org.densesteer.ui.common.Notice;
import org.densesteer.ui.common.Notices;
import org.densesteer.ui.common.Pulses;
import org.densesteer.ui.common.RestTimer;
import org.densesteer.ui.common.TaskRunner;
import org.densesteer.ui.model.ModelViewModel;
import org.densesteer.ui.model.RunEngine;
import org.densesteer.ui.prompt.PromptViewModel;
import org.densesteer.ui.steering.SteeringViewModel;
import org.densesteer.ui.trace.ArmViewModel;
import org.jspecify.annotations.Nullable;

/** Runs the baseline and the steered arm, and hands what they say to their panes. */
public final class CompareViewModel {

  private static final int BASELINE = 0;
  private static final int STEERED = 1;
  private static final int SLIDER_REST_MS = 250;

  private final ModelViewModel models;
  private final PromptViewModel prompts;
  private final SteeringViewModel steering;
  private final TaskRunner tasks;
  private final Notices notices;
  private final Pulses pulses;
  private final RestTimer sliderRest;

  private final ObservableList<ArmViewModel> arms;
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
  private final ReadOnlyIntegerWrapper runNumber = new ReadOnlyIntegerWrapper();
  private final ReadOnlyObjectWrapper<@Nullable PromptReport> promptReport =
      new ReadOnlyObjectWrapper<>();

  private @Nullable ActiveRun active;
  private @Nullable RunSetup finishedBaseline;
  private MeasuredPush push = new MeasuredPush();
  private Runnable endPulses = () -> {};

  /**
   * Creates the view model.
   *
   * @param timers makes the timer that waits for a slider to rest
   * @param windowThread runs what must happen on the window's thread
   */
  public CompareViewModel(
      ModelViewModel models,
      PromptViewModel prompts,
      SteeringViewModel steering,
      TaskRunner tasks,
      Notices notices,
      Pulses pulses,
      RestTimer.Maker timers,
      Executor windowThread) {
    this.models = models;
    this.prompts = prompts;
    this.steering = steering;
    this.tasks = tasks;
    this.notices = notices;
    this.pulses = pulses;
    this.sliderRest = timers.after(SLIDER_REST_MS);
    this.arms =
        FXCollections.observableArrayList(
            new ArmViewModel("Baseline", BASELINE, this::countTokens),
            new ArmViewModel("Steered", STEERED, this::countTokens));
    new ReadAhead(models, prompts, tasks, timers, windowThread, this::promptRead);
    steering.editsProperty().addListener((property, before, now) -> steeringEdited());
    models.engineProperty().addListener((property, before, now) -> modelChanged());
  }

  private int countTokens(String text) {
    RunEngine engine = models.engineProperty().get();
    return engine == null ? 0 : engine.countTokens(text);
  }

  private void modelChanged() {
    leave();
    finishedBaseline = null;
    arms.forEach(ArmViewModel::reset);
  }

  private void steeringEdited() {
    List<Steering> wanted = steering.steerings();
    if (active != null && steering.liveProperty().get() && !wanted.isEmpty()) {
      active.steer(STEERED, wanted);
    } else {
      sliderRest.restart(this::rerun);
    }
  }

  /** Runs every arm anew. */
  public void run() {
    start(false);
  }

  private void rerun() {
    steering.rest();
    if (models.engineProperty().get() != null) {
      start(true);
    }
  }

  private void start(boolean mayKeepBaseline) {
    sliderRest.cancel();
    Optional<Notice> obstacle = obstacle();
    if (obstacle.isPresent()) {
      notices.show(obstacle.get());
      return;
    }
    notices.dismiss();
    leave();
    RunSetup setup = setup();
    boolean keep = mayKeepBaseline && setup.sharesBaselineWith(finishedBaseline);
    List<Arm> requested = new ArrayList<>();
    List<Integer> panes = new ArrayList<>();
    List<Steering> wanted = steering.steerings();
    if (!wanted.isEmpty()) {
      requested.add(new Arm(Arm.STEERED, wanted));
      panes.add(STEERED);
    }
    if (!keep || requested.isEmpty()) {
      finishedBaseline = null;
      arms.get(BASELINE).reset();
      requested.add(0, Arm.baseline());
      panes.add(0, BASELINE);
    }
    arms.get(STEERED).reset();
    push = new MeasuredPush();
    steering.measured(Double.NaN);
    active = new ActiveRun(setup, requested, panes, new RunFeed(), new RunControl());
    runNumber.set(runNumber.get() + 1);
    running.set(true);
    endPulses = pulses.start(this::drain);
    active.start(tasks);
  }

  private Optional<Notice> obstacle() {
    if (models.engineProperty().get() == null) {
      return Optional.of(
          Notice.error("No model is loaded yet; choose one in the model menu, or wait for it."));
    }
    if (prompts.questionProperty().get().isBlank()) {
      return Optional.of(
          Notice.error("The question is empty; type one or choose a problem, then run again."));
    }
    return steering.misfit().map(Notice::error);
  }

  private RunSetup setup() {
    RunEngine engine = models.engineProperty().get();
    if (engine == null) {
      throw new IllegalStateException("A run needs a model.");
    }
    return new RunSetup(
        engine,
        prompts.systemTurn(),
        prompts.questionProperty().get(),
        prompts.decoding().sampling(),
        prompts.decoding().maxTokensProperty().get());
  }

  /** Stops the run at its next token; what was generated stays. */
  public void stop() {
    sliderRest.cancel();
    if (active != null) {
      active.control().cancel();
    }
  }

  /** Stops the run and no longer listens to it. */
  private void leave() {
    if (active != null) {
      active.control().cancel();
      end();
    }
  }

  private void end() {
    active = null;
    running.set(false);
    endPulses.run();
  }

  private void drain() {
    ActiveRun run = active;
    if (run == null) {
      return;
    }
    List<RunNews> news = run.feed().take();
    for (int arm = 0; arm < run.arms().size(); arm++) {
      deliver(run, arm, news);
    }
    for (RunNews item : news) {
      if (item instanceof RunNews.PromptRead read) {
        promptRead(read.report());
      } else if (item instanceof RunNews.Ended ended) {
        finish(run, ended.traces());
      } else if (item instanceof RunNews.Failed failed) {
        notices.fail(failed.cause());
        run.panes().forEach(pane -> arms.get(pane).end(StopReason.CANCELLED));
        end();
      }
    }
  }

  private void deliver(ActiveRun run, int arm, List<RunNews> news) {
    List<TokenEvent> tokens = new ArrayList<>();
    @Nullable StopReason reason = null;
    for (RunNews item : news) {
      if (item instanceof RunNews.Token token && token.event().arm() == arm) {
        tokens.add(token.event());
      } else if (item instanceof RunNews.ArmEnd end && end.arm() == arm) {
        reason = end.reason();
      }
    }
    int pane = run.panes().get(arm);
    if (!tokens.isEmpty()) {
      arms.get(pane).accept(tokens);
      if (pane == STEERED) {
        push.accept(tokens);
        steering.measured(push.mean());
      }
    }
    if (reason != null) {
      arms.get(pane).end(reason);
    }
  }

  private void finish(ActiveRun run, List<Trace> traces) {
    @Nullable AnswerChecker gold = gold(run.setup().question());
    for (int arm = 0; arm < Math.min(traces.size(), run.panes().size()); arm++) {
      int pane = run.panes().get(arm);
      Trace trace = traces.get(arm);
      arms.get(pane).finish(trace, gold);
      if (pane == BASELINE && trace.stopReason() != StopReason.CANCELLED) {
        finishedBaseline = run.setup();
      }
    }
    end();
  }

  /** Checks against the problem's answer, if it is still this question that stands there. */
  private @Nullable AnswerChecker gold(String asked) {
    return prompts
        .problem()
        .filter(problem -> prompts.questionProperty().get().equals(asked))
        .map(problem -> AnswerChecker.of(problem.style(), problem.gold()))
        .orElse(null);
  }

  private void promptRead(PromptReport report) {
    promptReport.set(report);
    steering.hiddenNormsProperty().set(report.hiddenNorms());
  }

  /** The arms in the order of their panes, the baseline first. */
  public ObservableList<ArmViewModel> arms() {
    return arms;
  }

  /** Whether a run is under way. */
  public ReadOnlyBooleanProperty runningProperty() {
    return running.getReadOnlyProperty();
  }

  /** How many runs were started. */
  public ReadOnlyIntegerProperty runNumberProperty() {
    return runNumber.getReadOnlyProperty();
  }

  /** What reading the last prompt showed; null before the first. */
  public ReadOnlyObjectProperty<@Nullable PromptReport> promptReportProperty() {
    return promptReport.getReadOnlyProperty();
  }
}
