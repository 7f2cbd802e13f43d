package org.densesteer.cli;

import java.io.PrintWriter;
import org.densesteer.common.Progress;

/** Prints how far a long job has come, at most a line every few seconds. */
final class ProgressLines implements Progress {

  private static final long NANOS_BETWEEN = 5_000_000_000L;

  private final PrintWriter messages;
  private long last = System.nanoTime() - NANOS_BETWEEN;

  ProgressLines(PrintWriter messages) {
    this.messages = messages;
  }

  @Override
  public void update(String what, double fraction) {
    long now = System.nanoTime();
    if (now - last >= NANOS_BETWEEN) {
      last = now;
      messages.printf("%3.0f %%  %s%n", 100 * Math.max(0, fraction), what);
      messages.flush();
    }
  }
}
