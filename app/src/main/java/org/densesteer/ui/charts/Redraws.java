package org.densesteer.ui.charts;

import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.util.Duration;
import org.densesteer.ui.common.Rhythm;

/**
 * When charts are drawn anew: once for all that changes in a frame, and while tokens stream into a
 * window that the processor paints, three times a second. The last change is always drawn.
 */
final class Redraws {

  private final Runnable draw;
  private final PauseTransition pause = new PauseTransition();
  private long last = System.nanoTime() - Rhythm.PAINTED_CHART_NS;
  private boolean awaited;

  Redraws(Runnable draw) {
    this.draw = draw;
    pause.setOnFinished(event -> draw());
  }

  /** Something has grown. */
  void soon() {
    if (awaited) {
      return;
    }
    awaited = true;
    long rest = last + Rhythm.PAINTED_CHART_NS - System.nanoTime();
    if (rest > 0 && Rhythm.isPaintedByProcessor()) {
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
