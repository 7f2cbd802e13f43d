package org.densesteer.ui.charts;

import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.util.Duration;

/**
 * When charts are drawn anew: once for all that changes in a frame, and while tokens stream no more
 * often than an interval allows. The last change is always drawn.
 */
final class Redraws {

  private final Runnable draw;
  private final PauseTransition pause = new PauseTransition();
  private final long interval;
  private long last;
  private boolean awaited;

  /**
   * Nothing is to be drawn yet.
   *
   * @param interval nanoseconds from one drawing of what has grown to the next at least
   */
  Redraws(Runnable draw, long interval) {
    this.draw = draw;
    this.interval = interval;
    this.last = System.nanoTime() - interval;
    pause.setOnFinished(event -> draw());
  }

  /** Something has grown. */
  void soon() {
    if (awaited) {
      return;
    }
    awaited = true;
    long rest = last + interval - System.nanoTime();
    if (rest > 0) {
      pause.setDuration(Duration.millis(rest * 1e-6));
      pause.playFromStart();
    } else {
      Platform.runLater(this::draw);
    }
  }

  /** Something is another one, or has ended. */
  void next() {
    pause.stop();
    awaited = true;
    Platform.runLater(this::draw);
  }

  private void draw() {
    if (awaited) {
      awaited = false;
      last = System.nanoTime();
      draw.run();
    }
  }
}
