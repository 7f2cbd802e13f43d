package org.densesteer.model.hub;

import java.util.function.LongSupplier;

/** Smooths the speed of a download: an exponential mean over the last seconds. */
final class SpeedMeter {

  private static final double MEMORY = 5; // seconds
  private static final double SHORTEST = 0.2; // seconds

  private final LongSupplier nanoClock;
  private long since;
  private long bytes;
  private double speed;

  /** Starts now. */
  SpeedMeter(LongSupplier nanoClock) {
    this.nanoClock = nanoClock;
    this.since = nanoClock.getAsLong();
  }

  /** Counts bytes that came in. */
  void add(long count) {
    bytes += count;
    double elapsed = (nanoClock.getAsLong() - since) / 1e9;
    if (elapsed >= SHORTEST) {
      double now = bytes / elapsed;
      double weight = speed == 0 ? 1 : 1 - Math.exp(-elapsed / MEMORY);
      speed += weight * (now - speed);
      since = nanoClock.getAsLong();
      bytes = 0;
    }
  }

  /** Leaves the time since the last bytes out: the download was held. */
  void restart() {
    since = nanoClock.getAsLong();
    bytes = 0;
  }

  /** Bytes per second, 0 while not known. */
  double bytesPerSecond() {
    return speed;
  }
}
