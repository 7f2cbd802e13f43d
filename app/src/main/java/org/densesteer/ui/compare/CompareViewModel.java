package org.densesteer.ui.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.densesteer.common.FaultException;
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

/**
 * Runs the baseline, the steered arm and whatever stands beside them, and hands what they say to
 * their panes. A placebo is one more row of the run; the prompt-only arm reads another prompt, so
 * it is a run of its own that waits for its turn.
 */
public final class CompareViewModel {

  private static final int BASELINE = 0;
  private static final int STEERED = 1;
  private static final int FIRST_EXTRA = 2;
  private static final int SLIDER_REST_MS = 250;

  private final ModelViewModel models;
  private final PromptViewModel prompts;
  private final SteeringViewModel steering;
  private final TaskRunner tasks;
  private final Notices notices;
  private final RunConditions conditions;
  private final PendingRun pending;
  private final Pulses pulses;
  private final RestTimer sliderRest;

  private final ObservableList<ArmViewModel> arms;
  private final ExtraArms extras = new ExtraArms(this::countTokens);
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
  private final ReadOnlyIntegerWrapper runNumber = new ReadOnlyIntegerWrapper();
  private final ReadOnlyObjectWrapper<@Nullable PromptReport> promptReport =
      new ReadOnlyObjectWrapper<>();

  private @Nullable ActiveRun active;
  private @Nullable ActiveRun promptOnly;
  private @Nullable RunSetup finishedBaseline;
  private @Nullable RunSetup finishedPromptOnly;
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
    conditions = new RunConditions(models, prompts, steering);
    extras.list().addListener(this::extrasChanged);
    new ReadAhead(models, prompts, tasks, timers, windowThread, this::promptRead);
    steering.editsProperty().addListener((property, before, now) -> steeringEdited());
    models.engineProperty().addListener((property, before, now) -> modelChanged());
    pending = new PendingRun(models, this::run);
  }

  private int countTokens(String text) {
    RunEngine engine = models.engineProperty().get();
    return engine == null ? 0 : engine.countTokens(text);
  }

  private void modelChanged() {
    leave();
    finishedBaseline = null;
    finishedPromptOnly = null;
    arms.forEach(ArmViewModel::reset);
  }

  /** The panes behind the steered one follow; a run under way would speak to the wrong ones. */
  private void extrasChanged(ListChangeListener.Change<? extends ExtraArm> change) {
    leave();
    finishedPromptOnly = null;
    while (change.next()) {
      change.getRemoved().forEach(extra -> arms.remove(extra.pane()));
      change.getAddedSubList().forEach(extra -> arms.add(extra.pane()));
    }
    if (runNumber.get() > 0) {
      rerun();
    }
  }

  private void steeringEdited() {
    List<Steering> wanted = steering.steerings();
    if (active != null && steering.liveProperty().get() && !wanted.isEmpty()) {
      active.steer(STEERED, wanted);
      arms.get(STEERED).steer(wanted);
      steerPlacebos(active);
    } else {
      sliderRest.restart(this::rerun);
    }
  }

  private void steerPlacebos(ActiveRun run) {
    List<Arm> wanted = new ArrayList<>();
    List<Integer> panes = new ArrayList<>();
    try {
      requestPlacebos(wanted, panes);
    } catch (FaultException e) {
      notices.fail(e);
    }
    for (int i = 0; i < wanted.size(); i++) {
      run.steer(panes.get(i), wanted.get(i).steerings());
      arms.get(panes.get(i)).steer(wanted.get(i).steerings());
    }
  }

  private void requestPlacebos(List<Arm> requested, List<Integer> panes) {
    long seed = prompts.decoding().seedProperty().get();
    extras.request(conditions.steerings(), seed, FIRST_EXTRA, requested, panes);
  }

  /** Runs every arm anew, once the model has come if it is still being loaded. */
  public void run() {
    if (pending.await()) {
      sliderRest.cancel();
      notices.dismiss();
      leave();
    } else {
      start(false);
    }
  }

  private void rerun() {
    steering.rest();
    boolean fits = steering.misfit().isEmpty();
    if (!fits && active == null) {
      clearSteered();
    } else if (fits && models.engineProperty().get() != null && !pending.waitingProperty().get()) {
      start(true);
    }
  }

  /** Answers under settings that are no longer those shown would be taken for theirs. */
  private void clearSteered() {
    int unsteered = extras.promptOnly().orElse(BASELINE);
    for (int pane = STEERED; pane < arms.size(); pane++) {
      if (pane != unsteered) {
        arms.get(pane).reset();
      }
    }
  }

  private void start(boolean mayKeepBaseline) {
    sliderRest.cancel();
    Optional<Notice> obstacle = conditions.obstacle();
    if (obstacle.isPresent()) {
      notices.show(obstacle.get());
      return;
    }
    List<Arm> placebos = new ArrayList<>();
    List<Integer> placeboPanes = new ArrayList<>();
    try {
      requestPlacebos(placebos, placeboPanes);
    } catch (FaultException e) {
      notices.fail(e);
      return;
    }
    notices.settle();
    conditions.caution().ifPresent(notices::show);
    leave();
    RunSetup setup = conditions.setup();
    boolean keep = mayKeepBaseline && setup.sharesBaselineWith(finishedBaseline);
    List<Arm> requested = new ArrayList<>();
    List<Integer> panes = new ArrayList<>();
    List<Steering> wanted = conditions.steerings();
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
    requested.addAll(placebos);
    panes.addAll(placeboPanes);
    arms.get(STEERED).reset();
    arms.get(STEERED).steer(wanted);
    for (int i = 0; i < placebos.size(); i++) {
      arms.get(placeboPanes.get(i)).steer(placebos.get(i).steerings());
    }
    placeboPanes.forEach(pane -> arms.get(pane).reset());
    push = new MeasuredPush();
    steering.measured(Double.NaN);
    active = new ActiveRun(setup, requested, panes, new RunFeed(), new RunControl());
    runNumber.set(runNumber.get() + 1);
    running.set(true);
    endPulses = pulses.start(this::drain);
    active.start(tasks);
    startPromptOnly(setup, mayKeepBaseline);
  }

  private void startPromptOnly(RunSetup setup, boolean mayKeep) {
    OptionalInt extra = extras.promptOnly();
    RunSetup concise = setup.withSystem(ExtraArms.conciseSystem(setup.frame().system()));
    if (extra.isEmpty() || mayKeep && concise.sharesBaselineWith(finishedPromptOnly)) {
      return;
    }
    int pane = FIRST_EXTRA + extra.getAsInt();
    finishedPromptOnly = null;
    arms.get(pane).reset();
    promptOnly =
        new ActiveRun(
            concise, List.of(Arm.baseline()), List.of(pane), new RunFeed(), new RunControl());
    promptOnly.start(tasks);
  }

  /** Stops the run at its next token, or its wait for the model; what was generated stays. */
  public void stop() {
    pending.cancel();
    sliderRest.cancel();
    underWay().forEach(run -> run.control().cancel());
  }

  /** Stops the run and no longer listens to it. */
  private void leave() {
    for (ActiveRun run : underWay()) {
      run.control().cancel();
      end(run);
    }
  }

  private List<ActiveRun> underWay() {
    return Stream.of(Optional.ofNullable(active), Optional.ofNullable(promptOnly))
        .flatMap(Optional::stream)
        .toList();
  }

  private void end(ActiveRun run) {
    if (run == active) {
      active = null;
    } else {
      promptOnly = null;
    }
    if (underWay().isEmpty()) {
      running.set(false);
      endPulses.run();
    }
  }

  private void drain() {
    underWay().forEach(this::drain);
  }

  private void drain(ActiveRun run) {
    List<RunNews> news = run.feed().take();
    for (int arm = 0; arm < run.arms().size(); arm++) {
      deliver(run, arm, news);
    }
    for (RunNews item : news) {
      if (item instanceof RunNews.PromptRead read) {
        // The other prompt's cache and norms are not those of the question as it stands there.
        if (run == active) {
          promptRead(read.report());
        }
      } else if (item instanceof RunNews.Ended ended) {
        finish(run, ended.traces());
      } else if (item instanceof RunNews.Failed failed) {
        notices.fail(failed.cause());
        run.panes().forEach(pane -> arms.get(pane).end(StopReason.CANCELLED));
        end(run);
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
    @Nullable AnswerChecker gold = conditions.gold(run.setup().question());
    for (int arm = 0; arm < Math.min(traces.size(), run.panes().size()); arm++) {
      int pane = run.panes().get(arm);
      Trace trace = traces.get(arm);
      arms.get(pane).finish(trace, gold);
      if (pane == BASELINE && trace.stopReason() != StopReason.CANCELLED) {
        finishedBaseline = run.setup();
      } else if (run == promptOnly && trace.stopReason() != StopReason.CANCELLED) {
        finishedPromptOnly = run.setup();
      }
    }
    end(run);
  }

  private void promptRead(PromptReport report) {
    promptReport.set(report);
    steering.hiddenNormsProperty().set(report.hiddenNorms());
  }

  /** The arms beside the two. */
  public ExtraArms extras() {
    return extras;
  }

  /** The arms in the order of their panes, the baseline first. */
  public ObservableList<ArmViewModel> arms() {
    return arms;
  }

  /** Whether a run is under way. */
  public ReadOnlyBooleanProperty runningProperty() {
    return running.getReadOnlyProperty();
  }

  /** Whether a run waits for the model to be loaded. */
  public ReadOnlyBooleanProperty waitingProperty() {
    return pending.waitingProperty();
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
