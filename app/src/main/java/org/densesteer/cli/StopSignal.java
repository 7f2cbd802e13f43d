package org.densesteer.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.densesteer.common.Cancellation;
import org.densesteer.common.ExitSequence;
import org.densesteer.common.ExitSequence.Stage;

/**
 * Turns Ctrl+C into a cancellation and holds the exit of the process until the job has put its
 * state away.
 */
final class StopSignal implements AutoCloseable {

  /** What a shell expects of a program that Ctrl+C ended: 128 and the number of the signal. */
  static final int EXIT_CODE = 130;

  private static final int SECONDS_TO_FINISH = 60;

  private final Cancellation cancellation = new Cancellation();
  private final CountDownLatch finished = new CountDownLatch(1);
  private final Runnable atExit = this::stop;

  StopSignal() {
    ExitSequence.ofProcess().add(Stage.JOBS, atExit);
  }

  /** The flag that Ctrl+C raises. */
  Cancellation cancellation() {
    return cancellation;
  }

  private void stop() {
    cancellation.request();
    try {
      if (!finished.await(SECONDS_TO_FINISH, TimeUnit.SECONDS)) {
        Runtime.getRuntime().halt(1);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    finished.countDown();
    ExitSequence.ofProcess().remove(Stage.JOBS, atExit);
  }
}
