package org.densesteer.hub;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CancellationException;

/** What a waiting job asks, a few times a second, to learn whether it should go on waiting. */
@FunctionalInterface
interface Watch {

  /** How long a job may wait between two checks, in milliseconds. */
  int SLICE = 50;

  /**
   * Returns when the job should go on.
   *
   * @throws CancellationException when it was cancelled
   * @throws IOException when this transfer should be given up for another reason
   */
  void check() throws IOException;

  /** Waits, checking all the while. */
  default void sleep(Duration duration) throws IOException {
    long end = System.nanoTime() + duration.toNanos();
    for (long left = duration.toNanos(); left > 0; left = end - System.nanoTime()) {
      check();
      slice(Math.min(SLICE, left / 1_000_000 + 1));
    }
    check();
  }

  /** Sleeps for some milliseconds; an interrupt is a cancellation. */
  static void slice(long milliseconds) {
    try {
      Thread.sleep(milliseconds);
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }

  /** Keeps the thread's interrupt flag and says that the job ends. */
  static CancellationException interrupted() {
    Thread.currentThread().interrupt();
    return new CancellationException("interrupted");
  }
}
