package org.densesteer.hub;

import java.io.IOException;
import java.time.Duration;
import java.util.function.BiConsumer;
import org.densesteer.common.FaultException;

/** Counts failures in a row and waits between them, for one job. */
final class Retries {

  private final RetryPolicy policy;
  private final String job;
  private final BiConsumer<String, Duration> listener;
  private int failures;

  /**
   * Begins with no failure.
   *
   * @param job what is being tried, the subject of a sentence
   * @param listener hears the reason and the length of each pause
   */
  Retries(RetryPolicy policy, String job, BiConsumer<String, Duration> listener) {
    this.policy = policy;
    this.job = job;
    this.listener = listener;
  }

  /** Forgets the failures so far: the job came on. */
  void progressed() {
    failures = 0;
  }

  /**
   * Waits before the next try.
   *
   * @throws FaultException when there were too many failures in a row, or the server asks for a
   *     pause that nobody wants to sit out
   */
  void failed(TransientFault fault, Watch watch) throws IOException {
    failures++;
    Duration asked = fault.retryAfter().orElse(Duration.ZERO);
    if (asked.compareTo(policy.longestRetryAfter()) > 0) {
      throw new FaultException(
          job
              + " has to wait: the server asks for a pause of "
              + Math.max(1, asked.toMinutes())
              + " minutes; try again then.",
          fault);
    }
    if (failures >= policy.attempts()) {
      throw new FaultException(
          job + " failed " + failures + " times in a row: " + fault.clause() + "; try again later.",
          fault);
    }
    Duration wait = policy.waitAfter(failures, fault.retryAfter());
    listener.accept(fault.clause(), wait);
    watch.sleep(wait);
  }
}
