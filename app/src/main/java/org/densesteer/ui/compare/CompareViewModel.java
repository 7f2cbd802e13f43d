package org.densesteer.ui.compare;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;
import org.densesteer.common.FaultException;
import org.densesteer.common.Texts;
import org.densesteer.evaluation.placebo.PlaceboKind;
import org.densesteer.generation.PromptReport;
import org.densesteer.notebook.Run;
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

/** When the baseline, the steered arm and whatever stands beside them run. */
public final class CompareViewModel {

  private static final int SLIDER_REST_MS = 250;

  private final ModelViewModel models;
  private final SteeringViewModel steering;
  private final Notices notices;
  private final RunConditions conditions;
  private final PendingRun pending;
  private final RestTimer sliderRest;
  private final ComparedArms arms;
  private final RunPlan plan;
  private final RunsUnderWay runs;
  private final RunRecorder recorder;
  private final StaleWatch stale;
  private final Fan fan;
  private final PaneOrder order;
  private final FloorWatch floor;
  private boolean showing;
  private List<ArmViewModel> answering;
  private final ReadOnlyIntegerWrapper runNumber = new ReadOnlyIntegerWrapper();
  private final ReadOnlyObjectWrapper<@Nullable PromptReport> promptReport =
      new ReadOnlyObjectWrapper<>();

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
    this.steering = steering;
    this.notices = notices;
    sliderRest = timers.after(SLIDER_REST_MS);
    arms = new ComparedArms(this::countTokens);
    recorder = new RunRecorder(arms);
    order = new PaneOrder(arms.all());
    fan = new Fan(arms.extras(), steering, notices);
    answering = arms.answering();
    floor = new FloorWatch(arms, tasks, windowThread, steering.floorProperty());
    runs = new RunsUnderWay(tasks, notices, pulses, this::ended);
    conditions = new RunConditions(models, prompts, steering);
    stale = new StaleWatch(arms, conditions);
    plan = new RunPlan(arms, conditions, this::promptRead);
    pending = new PendingRun(models, this::run);
    new ReadAhead(models, prompts, tasks, timers, windowThread, this::promptRead);
    arms.all().subscribe(this::armsChanged);
    new ArmsHistory(arms.extras(), steering.order());
    arms.steered().measuredPushProperty().subscribe(push -> steering.measured(push.doubleValue()));
    steering.editedProperty().subscribe((before, now) -> steeringEdited());
    models.engineProperty().subscribe((before, now) -> modelChanged());
  }

  private void ended(List<ActiveRun> together) {
    Run run = recorder.ended(together);
    if (run != null) {
      floor.after(together.get(0), run);
    }
  }

  private int countTokens(String text) {
    RunEngine engine = models.engineProperty().get();
    return engine == null ? 0 : engine.countTokens(text);
  }

  private void modelChanged() {
    runs.leave();
    plan.keepNothing();
    arms.answering().forEach(ArmViewModel::reset);
    stale.look();
  }

  /** Leaves what runs or waits to, and empties every pane. */
  public void clear() {
    stop();
    modelChanged();
  }

  /** Adds a random direction of equal norm as an arm, or takes away the one that was added last. */
  public void togglePlacebo() {
    arms.extras().toggle(PlaceboKind.RANDOM);
  }

  /** Takes every arm away that was put beside the two. */
  public void keepTheTwo() {
    arms.extras().list().clear();
  }

  /** A run under way would go on speaking to an arm that has gone. */
  private void armsChanged() {
    plan.keepOnlyWhatIsShown();
    recorder.keepOnlyWhatIsShown();
    List<ArmViewModel> now = arms.answering();
    if (now.equals(answering)) {
      stale.look();
      return;
    }
    answering = now;
    runs.leave();
    if (runNumber.get() > 0 && !showing) {
      rerun();
    }
  }

  /** Shows a run of another time; the panels stay as they are. */
  public void show(Run run) {
    stop();
    runs.leave();
    plan.keepNothing();
    showing = true;
    try {
      arms.extras()
          .quietly(() -> arms.show(run, arm -> SetArm.of(arm, steering.stateProperty().get())));
    } finally {
      showing = false;
    }
    stale.look();
  }

  /** Puts the steered answers of runs of another time beside those of new runs. */
  public void pin(List<Run> others) {
    if (arms.extras().room() < others.size()) {
      notices.show(
          Notice.warning(
              Texts.of(
                  "Beside the others there is room for %d more panes; take arms away first.",
                  arms.extras().room())));
    } else {
      arms.extras().addAll(others.stream().map(PinnedArm::of).toList());
    }
  }

  /** The arms beside the two by their names, in the order of their panes. */
  public List<String> armNames() {
    return SessionArms.names(arms.extras(), steering.stateProperty().get());
  }

  /** The answers that are pinned beside the two. */
  public List<PinnedAnswer> pinnedAnswers() {
    return SessionArms.pinned(arms.extras());
  }

  /**
   * Puts other arms beside the two, without running.
   *
   * @param pinned the answers to be pinned; null for those that are
   */
  public void arrange(List<String> names, @Nullable List<PinnedAnswer> pinned) {
    showing = true;
    try {
      SessionArms.arrange(arms.extras(), names, pinned, steering.stateProperty().get());
    } finally {
      showing = false;
    }
  }

  /**
   * Puts the further arms of a run beside the two, without running; pinned ones stay.
   *
   * @return how many of them cannot be put there
   */
  public int arrangeLike(Run run) {
    showing = true;
    try {
      return SessionArms.arrangeLike(arms.extras(), run, steering.stateProperty().get());
    } finally {
      showing = false;
    }
  }

  private void steeringEdited() {
    if (!steering.liveProperty().get() || !steerRunUnderWay()) {
      sliderRest.restart(this::rerun);
    }
  }

  /** Whether the steered arm took it up; else it has ended, or the run that comes says why. */
  private boolean steerRunUnderWay() {
    try {
      List<ShownArm> wanted = conditions.steered(arms);
      return !wanted.isEmpty() && wanted.stream().map(runs::steer).toList().get(0);
    } catch (FaultException e) {
      return false;
    }
  }

  /** Runs every arm anew, once the model has come if it is still being loaded. */
  public void run() {
    if (pending.await()) {
      sliderRest.cancel();
      notices.dismiss();
      runs.leave();
    } else {
      start(false);
    }
  }

  private void rerun() {
    steering.rest();
    if (steering.misfit().isPresent()) {
      // Answers under settings that are no longer those shown would be taken for theirs.
      if (runs.steers()) {
        runs.leave();
      }
      arms.forgetSteered();
    } else if (models.engineProperty().get() != null && !pending.waitingProperty().get()) {
      start(true);
    }
  }

  private void start(boolean mayKeep) {
    sliderRest.cancel();
    Optional<Notice> obstacle = conditions.obstacle();
    if (obstacle.isPresent()) {
      notices.show(obstacle.get());
      return;
    }
    List<ShownArm> steered;
    try {
      steered = conditions.steered(arms);
    } catch (FaultException e) {
      notices.fail(e);
      return;
    }
    notices.settle();
    conditions.caution(arms).ifPresent(notices::show);
    runs.leave();
    arms.forgetSteered();
    if (!mayKeep) {
      plan.keepNothing();
    }
    floor.leave();
    runNumber.set(runNumber.get() + 1);
    runs.start(plan.runs(steered));
    stale.look();
  }

  /** Stops the run at its next token, or its wait for the model; what was generated stays. */
  public void stop() {
    pending.cancel();
    sliderRest.cancel();
    floor.leave();
    runs.cancel();
  }

  /** Stops the run and records what it said, for a window that is being closed. */
  public void end() {
    pending.cancel();
    sliderRest.cancel();
    runs.end();
  }

  private void promptRead(PromptReport report) {
    promptReport.set(report);
    steering.hiddenNormsProperty().set(report.hiddenNorms());
  }

  /** The arms beside the two. */
  ExtraArms extras() {
    return arms.extras();
  }

  /** Which pane stands where. */
  public PaneOrder order() {
    return order;
  }

  /** Several strengths at once. */
  public Fan fan() {
    return fan;
  }

  /** The arms in the order of their panes, the baseline first. */
  public ObservableList<ArmViewModel> arms() {
    return arms.all();
  }

  /** Most tokens of an arm that are shown in a second; 0 for all that came. */
  public IntegerProperty speedLimitProperty() {
    return runs.speedLimitProperty();
  }

  /** Whether a run is under way. */
  public ReadOnlyBooleanProperty runningProperty() {
    return runs.runningProperty();
  }

  /** Whether a run waits for the model to be loaded. */
  public ReadOnlyBooleanProperty waitingProperty() {
    return pending.waitingProperty();
  }

  /** How many runs were started. */
  public ReadOnlyIntegerProperty runNumberProperty() {
    return runNumber.getReadOnlyProperty();
  }

  /** The run that ended last, with every arm that stands in the panes; null before the first. */
  public ReadOnlyObjectProperty<@Nullable Run> runProperty() {
    return recorder.lastProperty();
  }

  /** The run that got its random directions last; null before the first. */
  public ReadOnlyObjectProperty<@Nullable Run> floorProperty() {
    return floor.lastProperty();
  }

  /** What reading the last prompt showed; null before the first. */
  public ReadOnlyObjectProperty<@Nullable PromptReport> promptReportProperty() {
    return promptReport.getReadOnlyProperty();
  }
}
