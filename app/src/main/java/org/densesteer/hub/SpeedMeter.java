package org.densesteer.hub;

import java.util.function.LongSupplier;

/**
 * Smooths the speed of a download: an exponentially weighted mean over the last seconds. Time
 * counts from the first bytes on, for what passes before says nothing about the line.
 */
final class SpeedMeter {

  private static final double MEMORY = 5; // seconds
  private static final double SHORTEST = 0.2; // seconds between two samples
  private static final double ENOUGH = 0.5; // seconds before a speed is told

  private final LongSupplier nanoClock;
  private boolean waiting = true;
  private long since;
  private long bytes;
  private double measured;
  private double weighted;
  private double weights;

  SpeedMeter(LongSupplier nanoClock) {
    this.nanoClock = nanoClock;
  }

  /** Counts bytes that came in. */
  void add(long count) {
    long now = nanoClock.getAsLong();
    if (waiting) {
      waiting = false;
      since = now;
      bytes = 0;
      return;
    }
    bytes += count;
    double elapsed = (now - since) / 1e9;
    if (elapsed >= SHORTEST) {
      double decay = Math.exp(-elapsed / MEMORY);
      weighted = weighted * decay + bytes / elapsed * (1 - decay);
      weights = weights * decay + (1 - decay);
      measured += elapsed;
      since = now;
      bytes = 0;
    }
  }

  /** Leaves out the time until the next bytes: the download is held, or connects. */
  void restart() {
    waiting = true;
  }

  /** Bytes per second, 0 while not known. */
  double bytesPerSecond() {
    return measured < ENOUGH ? 0 : weighted / weights;
  }
}
