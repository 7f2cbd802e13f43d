package org.densesteer.generation;

import org.densesteer.common.Cancellation;
import org.densesteer.model.decoder.PromptWatch;

/** Tells a run's listener how far its prompt is read, and stops the reading with the run. */
final class ReadingWatch implements PromptWatch {

  private final RunListener listener;
  private final Cancellation cancellation;
  private int told = -1;

  ReadingWatch(RunListener listener, Cancellation cancellation) {
    this.listener = listener;
    this.cancellation = cancellation;
  }

  @Override
  public void read(int tokens, int all) {
    cancellation.check();
    if (tokens != told) {
      told = tokens;
      listener.onReading(tokens, all);
    }
  }
}
