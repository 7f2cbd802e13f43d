package org.densesteer.ui.common;

import javafx.animation.AnimationTimer;

/** Calls back once for every frame of the window. Tests make frames by hand. */
@FunctionalInterface
public interface Pulses {

  /** Frames of the window, on its thread. */
  Pulses OF_WINDOW =
      action -> {
        AnimationTimer timer =
            new AnimationTimer() {
              @Override
              public void handle(long now) {
                action.run();
              }
            };
        timer.start();
        return timer::stop;
      };

  /** Starts calling {@code everyPulse}; running what is returned ends it. */
  Runnable start(Runnable everyPulse);
}
