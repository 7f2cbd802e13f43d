package org.densesteer.generation;

import org.densesteer.chat.ReasoningBlocks;

/**
 * A finished answer and what the unsteered model makes of it: as much as a run without observation
 * knows, too. {@link Answer} says which tokens are its tokens.
 */
public interface ScoredAnswer {

  /** Its tokens in order. */
  int[] tokenIds();

  /** Its text, special tokens left out. */
  String text();

  /**
   * Offset in its text after what each of its tokens added, in UTF-16 units; empty when it is not
   * known.
   */
  int[] textEnds();

  /** Whether the prompt had opened a reasoning block, so that the text begins in it. */
  boolean beginsInBlock();

  /** Where its text reasons in a block of its own. */
  default ReasoningBlocks blocks() {
    return ReasoningBlocks.in(text(), beginsInBlock());
  }

  /** Its text without reasoning blocks: what a final answer is looked for in. */
  default String textOutsideBlocks() {
    return blocks().answer();
  }

  /** Why it ended. */
  StopReason stopReason();

  /** −ln p in nats of each of its tokens, prompt and answer so far as context. */
  double[] nllWithPrompt();

  /**
   * −ln p in nats of each of its tokens but the first when the answer alone is the whole sequence;
   * empty when it was not computed.
   */
  double[] nllResponseOnly();
}
