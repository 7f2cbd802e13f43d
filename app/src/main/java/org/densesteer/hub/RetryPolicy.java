package org.densesteer.hub;

import java.time.Duration;
import java.util.Optional;

/**
 * How patient a download is.
 *
 * @param attempts tries in a row, without one new byte, before it gives up
 * @param firstWait pause after the first failure; it doubles with each further one
 * @param longestWait the longest such pause
 * @param longestRetryAfter the longest pause that a server may ask for before the download gives up
 *     and says so
 * @param stall a connection that brings nothing for so long counts as broken
 */
public record RetryPolicy(
    int attempts,
    Duration firstWait,
    Duration longestWait,
    Duration longestRetryAfter,
    Duration stall) {

  /** For networks as they are. */
  public static final RetryPolicy STANDARD =
      new RetryPolicy(
          6,
          Duration.ofSeconds(1),
          Duration.ofSeconds(30),
          Duration.ofMinutes(10),
          Duration.ofSeconds(30));

  /** Pause after the {@code failures}-th failure in a row, at least what the server asked for. */
  Duration waitAfter(int failures, Optional<Duration> asked) {
    Duration wait = firstWait;
    for (int i = 1; i < failures && wait.compareTo(longestWait) < 0; i++) {
      wait = wait.multipliedBy(2);
    }
    Duration own = wait.compareTo(longestWait) > 0 ? longestWait : wait;
    return asked.filter(a -> a.compareTo(own) > 0).orElse(own);
  }

  /** The same, giving up sooner: for questions that a person waits for. */
  RetryPolicy withAttempts(int fewer) {
    return new RetryPolicy(fewer, firstWait, longestWait, longestRetryAfter, stall);
  }
}
