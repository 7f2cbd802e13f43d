package org.densesteer.ui.common;

import java.util.ArrayList;
import java.util.List;

/** Frames that come only when a test says so. */
public final class HandPulses implements Pulses {

  private final List<Runnable> actions = new ArrayList<>();

  @Override
  public Runnable start(Runnable everyPulse) {
    actions.add(everyPulse);
    return () -> actions.remove(everyPulse);
  }

  /** Makes one frame. */
  public void pulse() {
    List.copyOf(actions).forEach(Runnable::run);
  }

  /** How many listen. */
  public int listeners() {
    return actions.size();
  }
}
