package org.densesteer.evaluation.run;

import org.densesteer.common.Cancellation;

/**
 * What a person can do to a sweep under way, from any thread: pause it, go on, or stop it. A pause
 * begins within a moment and keeps the answers under way; stopping takes effect at the next token
 * and loses no finished answer.
 */
public final class SweepControl {

  private static final long HEARTBEAT_MILLIS = 200;

  private final Cancellation cancellation;
  private boolean paused;

  /** A sweep that nothing else can stop. */
  public SweepControl() {
    this(new Cancellation());
  }

  /** A sweep that stops with something else, such as a task in a list. */
  public SweepControl(Cancellation cancellation) {
    this.cancellation = cancellation;
  }

  /** Lets the sweep wait. */
  public synchronized void pause() {
    paused = true;
  }

  /** Lets the sweep go on. */
  public synchronized void resume() {
    paused = false;
    notifyAll();
  }

  /** Stops the sweep. */
  public void cancel() {
    cancellation.request();
    resume();
  }

  /** The flag that {@link #cancel} raises. */
  public Cancellation cancellation() {
    return cancellation;
  }

  /**
   * Waits while paused.
   *
   * @throws java.util.concurrent.CancellationException when stopped, or the thread is interrupted
   */
  synchronized void awaitTurn() {
    while (paused && !cancellation.isRequested()) {
      try {
        wait(HEARTBEAT_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        cancellation.request();
      }
    }
    cancellation.check();
  }
}
