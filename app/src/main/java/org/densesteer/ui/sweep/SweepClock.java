package org.densesteer.ui.sweep;

import org.densesteer.common.Progress;
import org.densesteer.common.RemainingTime;

/** Keeps the last word of a sweep's progress for the window to read, with the time it needs. */
final class SweepClock implements Progress {

  /**
   * A state of progress.
   *
   * @param text what is being done, and for how long still
   * @param fraction done in 0..1
   */
  record Reading(String text, double fraction) {

    static final Reading NOTHING = new Reading("", 0);
  }

  private final Progress other;
  private final SweepMeter meter;
  private final RemainingTime remaining = new RemainingTime(System::nanoTime);
  private boolean begun;
  private volatile Reading last = new Reading("Starting", -1);

  /** Passes every word on to the task list; the first begins the measuring. */
  SweepClock(Progress other, SweepMeter meter) {
    this.other = other;
    this.meter = meter;
  }

  @Override
  public void update(String what, double fraction) {
    if (!begun) {
      // What an earlier run has answered took no time of this one.
      remaining.goOnFrom(Math.max(fraction, 0));
      meter.begin();
      begun = true;
    }
    last = new Reading(what + remaining.describe(fraction), fraction);
    other.update(what, fraction);
  }

  Reading last() {
    return last;
  }
}
