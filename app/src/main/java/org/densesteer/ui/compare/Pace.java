package org.densesteer.ui.compare;

import java.util.function.LongSupplier;

/** Holds the tokens of a quick model back, so that people can read along. */
final class Pace {

  /** Seconds that count where nobody looked for longer, as in a window out of sight. */
  private static final double LONGEST = 0.25;

  private final LongSupplier nanoTime;
  private long before;
  private double allowed;
  private int shown;

  Pace(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    before = nanoTime.getAsLong();
  }

  /**
   * Time has passed.
   *
   * @param limit most tokens of an arm in a second; 0 for no limit
   */
  void tick(int limit) {
    long now = nanoTime.getAsLong();
    if (limit == 0) {
      allowed = Double.POSITIVE_INFINITY;
    } else {
      // What a slower model left unused is not made up for.
      double seconds = Math.min((now - before) * 1e-9, LONGEST);
      allowed = Math.min(allowed, shown + 1) + seconds * limit;
    }
    before = now;
  }

  /** Whether the token at this place of its answer may be shown by now; it is taken to be. */
  boolean allows(int index) {
    boolean due = index < allowed;
    if (due) {
      shown = Math.max(shown, index + 1);
    }
    return due;
  }
}
