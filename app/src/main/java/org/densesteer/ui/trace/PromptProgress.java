package org.densesteer.ui.trace;

import org.densesteer.common.Texts;

/**
 * How far an arm's prompt is read.
 *
 * @param tokens tokens read so far
 * @param all tokens of the prompt; 0 when none is being read
 */
public record PromptProgress(int tokens, int all) {

  /** No prompt is being read. */
  static final PromptProgress NONE = new PromptProgress(0, 0);

  /** A short sentence; empty for a prompt that is read at once. */
  String words() {
    return tokens > 0 && tokens < all
        ? Texts.of("reading the prompt: %,d of %,d tokens", tokens, all)
        : "";
  }
}
