package org.densesteer.ui.stage;

import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import org.densesteer.ui.common.RestTimer;

/** Brings the stage back to its start once nobody has touched anything for some minutes. */
final class Booth {

  /** Seconds that are counted down in sight. */
  static final int COUNTDOWN = 10;

  private static final int SECOND_MS = 1000;
  private static final int MINUTE = 60;

  private final RestTimer second;
  private final Runnable reset;
  private final IntegerProperty minutes = new SimpleIntegerProperty();
  private final ReadOnlyIntegerWrapper left = new ReadOnlyIntegerWrapper();
  private boolean open;
  private int idle;

  /**
   * Closed, and without a wait.
   *
   * @param reset brings the stage back to its start
   */
  Booth(RestTimer.Maker timers, Runnable reset) {
    second = timers.after(SECOND_MS);
    this.reset = reset;
    minutes.subscribe((before, now) -> begin());
  }

  /** Begins to wait, or no longer waits. */
  void open(boolean now) {
    open = now;
    begin();
  }

  private void begin() {
    idle = 0;
    left.set(0);
    if (open && minutes.get() > 0) {
      second.restart(this::tick);
    } else {
      second.cancel();
    }
  }

  private void tick() {
    idle++;
    int rest = minutes.get() * MINUTE - idle;
    if (rest <= 0) {
      reset.run();
      begin();
    } else {
      left.set(rest <= COUNTDOWN ? rest : 0);
      second.restart(this::tick);
    }
  }

  /** Somebody did something; whether that ended a countdown in sight. */
  boolean stir() {
    boolean counting = left.get() > 0;
    idle = 0;
    left.set(0);
    return counting;
  }

  /** Idle minutes to wait; 0 for no end. */
  IntegerProperty minutesProperty() {
    return minutes;
  }

  /** Seconds left of the countdown in sight; 0 while there is none. */
  ReadOnlyIntegerProperty leftProperty() {
    return left.getReadOnlyProperty();
  }
}
