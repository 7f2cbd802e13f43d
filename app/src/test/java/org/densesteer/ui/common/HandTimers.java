package org.densesteer.ui.common;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Timers whose time passes only when a test says so. */
public final class HandTimers implements RestTimer.Maker {

  private final Map<Integer, HandTimer> timers = new LinkedHashMap<>();

  @Override
  public RestTimer after(int milliseconds) {
    return timers.computeIfAbsent(milliseconds, each -> new HandTimer());
  }

  /** Lets the timer of so many milliseconds run out; says whether anything was to be done. */
  public boolean elapse(int milliseconds) {
    return timers.computeIfAbsent(milliseconds, each -> new HandTimer()).fire();
  }

  /** One timer. */
  private static final class HandTimer implements RestTimer {

    private @Nullable Runnable waiting;

    @Override
    public void restart(Runnable action) {
      waiting = action;
    }

    @Override
    public void cancel() {
      waiting = null;
    }

    boolean fire() {
      Runnable action = waiting;
      waiting = null;
      if (action != null) {
        action.run();
      }
      return action != null;
    }
  }
}
