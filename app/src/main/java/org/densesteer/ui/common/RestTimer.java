package org.densesteer.ui.common;

import javafx.animation.PauseTransition;
import javafx.util.Duration;

/** Does something once nothing has happened for a while. Tests let the time pass by hand. */
public interface RestTimer {

  /** Starts waiting anew; {@code action} replaces what was to be done. */
  void restart(Runnable action);

  /** Forgets what was to be done. */
  void cancel();

  /** Makes timers. */
  @FunctionalInterface
  interface Maker {
    /** A timer that waits so long. */
    RestTimer after(int milliseconds);
  }

  /** A timer on the window's thread. */
  static RestTimer onFxThread(int milliseconds) {
    PauseTransition pause = new PauseTransition(Duration.millis(milliseconds));
    return new RestTimer() {
      @Override
      public void restart(Runnable action) {
        pause.setOnFinished(event -> action.run());
        pause.playFromStart();
      }

      @Override
      public void cancel() {
        pause.stop();
      }
    };
  }
}
