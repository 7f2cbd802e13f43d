package org.densesteer.common;

import java.util.concurrent.CancellationException;

/** A flag that one thread raises and a long job reads at every step. */
public final class Cancellation {

  private volatile boolean requested;

  /** Asks the job to stop at its next step; safe from any thread. */
  public void request() {
    requested = true;
  }

  /** Whether the job was asked to stop. */
  public boolean isRequested() {
    return requested;
  }

  /**
   * Stops the calling job if it was asked to.
   *
   * @throws CancellationException when cancellation was requested
   */
  public void check() {
    if (requested) {
      throw new CancellationException("cancelled");
    }
  }
}
