package org.densesteer.cli;

import java.io.PrintWriter;
import org.densesteer.common.Progress;
import org.densesteer.common.Texts;
import org.densesteer.generation.RunListener;
import org.densesteer.generation.TokenEvent;

/** Prints how far a long prompt is read. */
final class PromptLines implements RunListener {

  private final Progress progress;

  PromptLines(PrintWriter messages) {
    progress = new ProgressLines(messages);
  }

  @Override
  public void onToken(TokenEvent event) {}

  @Override
  public void onReading(int tokens, int all) {
    if (tokens > 0 && tokens < all) {
      progress.update(
          Texts.of("Reading the prompt: %,d of %,d tokens", tokens, all), (double) tokens / all);
    }
  }
}
