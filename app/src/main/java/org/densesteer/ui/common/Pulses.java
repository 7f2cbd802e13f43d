package org.densesteer.ui.common;

import javafx.animation.AnimationTimer;

/** Calls back for frames of the window. Tests make frames by hand. */
@FunctionalInterface
public interface Pulses {

  /** Frames of the window, on its thread, as often as its {@link Rhythm} allows. */
  Pulses OF_WINDOW =
      action -> {
        Rhythm rhythm = Rhythm.ofWindow();
        AnimationTimer timer =
            new AnimationTimer() {
              @Override
              public void handle(long now) {
                if (rhythm.due()) {
                  action.run();
                }
              }
            };
        timer.start();
        return timer::stop;
      };

  /** Starts calling {@code everyPulse}; running what is returned ends it. */
  Runnable start(Runnable everyPulse);
}
