package org.densesteer.ui.compare;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.densesteer.ui.common.Notices;
import org.densesteer.ui.common.Pulses;
import org.densesteer.ui.common.TaskRunner;

/** Runs that were started together: heard once a pulse until all have ended, and left together. */
final class RunsUnderWay {

  private final TaskRunner tasks;
  private final Notices notices;
  private final Pulses pulses;
  private final List<ActiveRun> runs = new ArrayList<>();
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
  private Runnable endPulses = () -> {};

  RunsUnderWay(TaskRunner tasks, Notices notices, Pulses pulses) {
    this.tasks = tasks;
    this.notices = notices;
    this.pulses = pulses;
  }

  /** Starts runs while none is under way. */
  void start(List<ActiveRun> wanted) {
    runs.addAll(wanted);
    running.set(true);
    endPulses = pulses.start(this::drain);
    wanted.forEach(run -> run.start(tasks));
  }

  private void drain() {
    for (ActiveRun run : List.copyOf(runs)) {
      if (!run.drain(notices::fail)) {
        runs.remove(run);
      }
    }
    endIfDone();
  }

  private void endIfDone() {
    if (runs.isEmpty() && running.get()) {
      running.set(false);
      endPulses.run();
    }
  }

  /** Stops them at their next token; what was generated stays. */
  void cancel() {
    runs.forEach(ActiveRun::cancel);
  }

  /** Stops them and no longer listens to them. */
  void leave() {
    runs.forEach(ActiveRun::leave);
    runs.clear();
    endIfDone();
  }

  /** Steers an arm anew from its very next token on; false when none is to come. */
  boolean steer(ShownArm wanted) {
    return runs.stream().anyMatch(run -> run.steer(wanted));
  }

  /** Whether an arm under way is steered. */
  boolean steers() {
    return runs.stream().anyMatch(ActiveRun::steers);
  }

  /** Whether there is any. */
  ReadOnlyBooleanProperty runningProperty() {
    return running.getReadOnlyProperty();
  }
}
