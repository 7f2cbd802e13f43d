package org.densesteer.common;

import java.util.function.LongSupplier;

/** How long a job will still take, from how far it has come. */
public final class RemainingTime {

  private static final double SECONDS = 1e9;
  private static final double TRUSTED_FRACTION = 0.02;

  private final LongSupplier nanoTime;
  private long start;
  private double before;
  private double last;

  /** Starts the clock. */
  public RemainingTime(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    this.start = nanoTime.getAsLong();
  }

  /**
   * Starts the clock anew for a job that goes on with what was done earlier.
   *
   * @param fraction done already in 0..1
   */
  public void goOnFrom(double fraction) {
    start = nanoTime.getAsLong();
    before = fraction;
  }

  /**
   * Words to put behind what is being done; empty when nothing can be said yet. A fraction below
   * the one before begins another part of the job, such as the work after the loading.
   *
   * @param fraction done so far in 0..1, or negative when unknown
   */
  public String describe(double fraction) {
    if (fraction < last) {
      goOnFrom(Math.max(fraction, 0));
    }
    last = fraction;
    double seconds = (nanoTime.getAsLong() - start) / SECONDS;
    double done = fraction - before;
    if (done < TRUSTED_FRACTION || fraction >= 1 || seconds < 1) {
      return "";
    }
    long left = Math.max(1, Math.round(seconds * (1 - fraction) / done));
    return left < 90
        ? " · about " + left + " s left"
        : " · about " + (left + 30) / 60 + " min left";
  }
}
