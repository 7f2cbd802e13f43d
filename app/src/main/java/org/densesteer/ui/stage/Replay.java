package org.densesteer.ui.stage;

import java.util.List;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import org.densesteer.notebook.Run;
import org.densesteer.ui.common.Pulses;
import org.densesteer.ui.trace.ArmViewModel;
import org.jspecify.annotations.Nullable;

/** Shows a recorded run as it was written, without a model. */
final class Replay {

  private static final double SLOWEST = 0.25;
  private static final double QUICKEST = 8;
  private static final double NANOS_PER_MS = 1e6;

  private final Pulses pulses;
  private final LongSupplier nanoTime;
  private final ReadOnlyObjectWrapper<@Nullable Run> run = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyDoubleWrapper speed = new ReadOnlyDoubleWrapper(1);
  private final ReadOnlyBooleanWrapper paused = new ReadOnlyBooleanWrapper();
  private final IntegerProperty limit = new SimpleIntegerProperty();
  private List<ReplayedArm> arms = List.of();
  private ReplayClock clock = new ReplayClock(List.of());
  private Runnable endPulses = () -> {};
  private long before;

  Replay(Pulses pulses, LongSupplier nanoTime) {
    this.pulses = pulses;
    this.nanoTime = nanoTime;
  }

  /** Begins to show a run, at the speed of the last one. */
  void begin(Run wanted) {
    end();
    arms =
        IntStream.range(0, wanted.arms().size()).mapToObj(i -> ReplayedArm.of(wanted, i)).toList();
    clock = new ReplayClock(wanted.arms());
    run.set(wanted);
    go();
  }

  private void go() {
    paused.set(false);
    before = nanoTime.getAsLong();
    endPulses.run();
    endPulses = pulses.start(this::pulse);
  }

  private void rest() {
    endPulses.run();
    endPulses = () -> {};
  }

  private void pulse() {
    long now = nanoTime.getAsLong();
    clock.advance((now - before) / NANOS_PER_MS, speed.get(), limit.get());
    before = now;
    show();
  }

  private void show() {
    for (int i = 0; i < arms.size(); i++) {
      arms.get(i).showUpTo(clock.due(i));
    }
    if (clock.ended()) {
      rest();
    }
  }

  /** Stands still, or goes on; from the beginning where it was at its end. */
  void togglePause() {
    if (run.get() == null) {
      return;
    }
    if (clock.ended()) {
      restart();
    } else if (paused.get()) {
      go();
    } else {
      paused.set(true);
      rest();
    }
  }

  /** Shows the next token and stands still behind it. */
  void step() {
    if (run.get() != null) {
      paused.set(true);
      rest();
      clock.step();
      show();
    }
  }

  /** Begins anew. */
  void restart() {
    if (run.get() != null) {
      clock.restart();
      arms.forEach(ReplayedArm::restart);
      go();
    }
  }

  /** Makes it twice as quick, up to eight times. */
  void quicken() {
    speed.set(Math.min(QUICKEST, speed.get() * 2));
  }

  /** Makes it half as quick, down to a quarter. */
  void slow() {
    speed.set(Math.max(SLOWEST, speed.get() / 2));
  }

  /** Shows nothing any longer. */
  void end() {
    rest();
    arms = List.of();
    paused.set(false);
    run.set(null);
  }

  /** The panes, in the order of the run's arms. */
  List<ArmViewModel> panes() {
    return arms.stream().map(ReplayedArm::pane).toList();
  }

  /** Whether tokens come when they came in the run; else evenly, for no times were recorded. */
  boolean timed() {
    return clock.timed();
  }

  /** The run that is shown; null for none. */
  ReadOnlyObjectProperty<@Nullable Run> runProperty() {
    return run.getReadOnlyProperty();
  }

  /** How much quicker than it was. */
  ReadOnlyDoubleProperty speedProperty() {
    return speed.getReadOnlyProperty();
  }

  /** Whether it stands still before its end. */
  ReadOnlyBooleanProperty pausedProperty() {
    return paused.getReadOnlyProperty();
  }

  /** Most tokens of an arm in a second; 0 for no limit. */
  IntegerProperty limitProperty() {
    return limit;
  }
}
