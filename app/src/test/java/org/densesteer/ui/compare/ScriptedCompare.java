package org.densesteer.ui.compare;

import org.densesteer.ui.ViewModels;
import org.densesteer.ui.common.HandPulses;
import org.densesteer.ui.common.HandTimers;

/** Answers side by side of a scripted model, in a window whose time a test lets pass. */
final class ScriptedCompare {

  /** Milliseconds that a slider rests before answers are made anew. */
  static final int SLIDER_REST = 250;

  final ViewModels parts = new ViewModels();
  final HandTimers timers = new HandTimers();
  final HandPulses pulses = new HandPulses();
  final CompareViewModel compare =
      new CompareViewModel(
          parts.models,
          parts.prompts,
          parts.steering,
          parts.tasks,
          parts.notices,
          pulses,
          timers,
          Runnable::run);

  /** With problems, vector and model. */
  ScriptedCompare() {
    parts.open();
  }

  /** Makes a run whose answers have come. */
  void run() {
    compare.run();
    pulses.pulse();
  }
}
