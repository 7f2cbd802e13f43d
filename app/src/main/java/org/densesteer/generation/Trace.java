package org.densesteer.generation;

import java.util.List;
import org.densesteer.chat.ReasoningBlocks;

/**
 * A finished answer of one arm.
 *
 * @param arm the arm
 * @param tokens its tokens in order, without the end-of-text token that ended it
 * @param text the response's text, special tokens left out
 * @param stopReason why it ended
 * @param nllResponseOnly −ln p in nats of every response token but the first under the unsteered
 *     model when the response alone is the whole sequence; one shorter than {@code tokens}, and
 *     empty when it was not computed
 * @param tokensPerSecond how fast it was decoded, prompt left out
 * @param beginsInBlock whether the prompt had opened a reasoning block, so that the text begins in
 *     it
 */
public record Trace(
    Arm arm,
    List<TokenEvent> tokens,
    String text,
    StopReason stopReason,
    double[] nllResponseOnly,
    double tokensPerSecond,
    boolean beginsInBlock) {

  /** An answer to a prompt that opens no reasoning block. */
  public Trace(
      Arm arm,
      List<TokenEvent> tokens,
      String text,
      StopReason stopReason,
      double[] nllResponseOnly,
      double tokensPerSecond) {
    this(arm, tokens, text, stopReason, nllResponseOnly, tokensPerSecond, false);
  }

  /** Where the text reasons in a block of its own. */
  public ReasoningBlocks reasoning() {
    return ReasoningBlocks.in(text, beginsInBlock);
  }

  /** The text without its reasoning blocks: what an answer is looked for in. */
  public String answer() {
    return reasoning().answer();
  }

  /** The token ids in order. */
  public int[] tokenIds() {
    return tokens.stream().mapToInt(TokenEvent::tokenId).toArray();
  }
}
