package org.densesteer.ui.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import org.densesteer.ui.common.Notices;
import org.densesteer.ui.common.Pulses;
import org.densesteer.ui.common.TaskRunner;

/** Runs that were started together: heard once a pulse until all have ended, and left together. */
final class RunsUnderWay {

  private static final long LONGEST_END_NS = 2_000_000_000L;
  private static final long LOOK_AGAIN_NS = 2_000_000L;

  private final TaskRunner tasks;
  private final Notices notices;
  private final Pulses pulses;
  private final Consumer<List<ActiveRun>> onEnded;
  private final List<ActiveRun> runs = new ArrayList<>();
  private final List<ActiveRun> ended = new ArrayList<>();
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
  private final IntegerProperty speedLimit = new SimpleIntegerProperty();
  private Runnable endPulses = () -> {};

  /**
   * None yet.
   *
   * @param onEnded takes those that were started together once all have ended, without failed ones
   */
  RunsUnderWay(
      TaskRunner tasks, Notices notices, Pulses pulses, Consumer<List<ActiveRun>> onEnded) {
    this.tasks = tasks;
    this.notices = notices;
    this.pulses = pulses;
    this.onEnded = onEnded;
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
      boolean[] failed = new boolean[1];
      boolean goesOn =
          run.drain(
              speedLimit.get(),
              cause -> {
                failed[0] = true;
                notices.fail(cause);
              });
      if (!goesOn) {
        runs.remove(run);
      }
      if (!goesOn && !failed[0]) {
        ended.add(run);
      }
    }
    if (runs.isEmpty() && !ended.isEmpty()) {
      onEnded.accept(List.copyOf(ended));
      ended.clear();
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

  /** Stops them at their next token and waits for that, so that what was generated is recorded. */
  void end() {
    cancel();
    long until = System.nanoTime() + LONGEST_END_NS;
    while (running.get() && System.nanoTime() < until) {
      drain();
      LockSupport.parkNanos(LOOK_AGAIN_NS);
    }
    leave();
  }

  /** Stops them and no longer listens to them. */
  void leave() {
    runs.forEach(ActiveRun::leave);
    runs.clear();
    ended.clear();
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

  /** Most tokens of an arm that are shown in a second; 0 for all that came. */
  IntegerProperty speedLimitProperty() {
    return speedLimit;
  }

  /** Whether there is any. */
  ReadOnlyBooleanProperty runningProperty() {
    return running.getReadOnlyProperty();
  }
}
