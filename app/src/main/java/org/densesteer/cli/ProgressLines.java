package org.densesteer.cli;

import java.io.PrintWriter;
import org.densesteer.common.Progress;
import org.densesteer.common.RemainingTime;
import org.densesteer.common.Texts;

/** Prints how far a long job has come, at most a line every few seconds. */
final class ProgressLines implements Progress {

  private static final long NANOS_BETWEEN = 5_000_000_000L;

  private final PrintWriter messages;
  private final RemainingTime remaining = new RemainingTime(System::nanoTime);
  private long last = System.nanoTime() - NANOS_BETWEEN;
  private boolean begun;

  ProgressLines(PrintWriter messages) {
    this.messages = messages;
  }

  @Override
  public void update(String what, double fraction) {
    if (!begun && fraction >= 0) {
      // A job that was resumed begins somewhere on its way.
      remaining.goOnFrom(fraction);
      begun = true;
    }
    long now = System.nanoTime();
    if (now - last >= NANOS_BETWEEN) {
      last = now;
      messages.print(
          Texts.of(
              "%3.0f %%  %s%n", 100 * Math.max(0, fraction), what + remaining.describe(fraction)));
      messages.flush();
    }
  }
}
