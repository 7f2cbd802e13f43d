package org.densesteer.generation;

import org.densesteer.chat.ReasoningBlocks;

/**
 * What the model reads before it answers.
 *
 * @param text the rendered prompt, special tokens written out
 * @param tokenIds its token ids, at least one
 */
public record Prompt(String text, int[] tokenIds) {

  /** Whether the answer begins within a reasoning block. */
  public boolean opensBlock() {
    return ReasoningBlocks.leftOpenBy(text);
  }
}
