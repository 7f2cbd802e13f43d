package org.densesteer.ui.common;

import java.util.function.LongSupplier;

/** How long a job will still take, from how far it has come. */
final class RemainingTime {

  private static final double SECONDS = 1e9;
  private static final double TRUSTED_FRACTION = 0.02;

  private final LongSupplier nanoTime;
  private final long start;

  /** Starts the clock. */
  RemainingTime(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    this.start = nanoTime.getAsLong();
  }

  /**
   * Words to put behind what is being done; empty when nothing can be said yet.
   *
   * @param fraction done so far in 0..1, or negative when unknown
   */
  String describe(double fraction) {
    double seconds = (nanoTime.getAsLong() - start) / SECONDS;
    if (fraction < TRUSTED_FRACTION || fraction >= 1 || seconds < 1) {
      return "";
    }
    long left = Math.max(1, Math.round(seconds * (1 - fraction) / fraction));
    return left < 90
        ? " · about " + left + " s left"
        : " · about " + (left + 30) / 60 + " min left";
  }
}
