package org.densesteer.generation;

import java.util.Arrays;
import java.util.List;

/**
 * A finished answer of one arm, every token observed.
 *
 * @param arm the arm
 * @param tokens its tokens in order; {@link Answer} says which they are
 * @param text the response's text, special tokens left out
 * @param stopReason why it ended
 * @param nllResponseOnly −ln p in nats of every response token but the first under the unsteered
 *     model when the response alone is the whole sequence; one shorter than {@code tokens}, and
 *     empty when it was not computed
 * @param tokensPerSecond how fast it was decoded, prompt left out
 * @param beginsInBlock whether the prompt had opened a reasoning block
 * @param changes where it was steered anew, in order
 * @param words which tokens steering made likelier; none for an unsteered arm
 */
public record Trace(
    Arm arm,
    List<TokenEvent> tokens,
    String text,
    StopReason stopReason,
    double[] nllResponseOnly,
    double tokensPerSecond,
    boolean beginsInBlock,
    List<SteeringChange> changes,
    WordShifts words)
    implements ScoredAnswer {

  /** An answer of which nothing is known of the tokens that were not chosen. */
  public Trace(
      Arm arm,
      List<TokenEvent> tokens,
      String text,
      StopReason stopReason,
      double[] nllResponseOnly,
      double tokensPerSecond,
      boolean beginsInBlock,
      List<SteeringChange> changes) {
    this(
        arm,
        tokens,
        text,
        stopReason,
        nllResponseOnly,
        tokensPerSecond,
        beginsInBlock,
        changes,
        WordShifts.NONE);
  }

  /** An answer that was steered alike from its beginning to its end. */
  public Trace(
      Arm arm,
      List<TokenEvent> tokens,
      String text,
      StopReason stopReason,
      double[] nllResponseOnly,
      double tokensPerSecond,
      boolean beginsInBlock) {
    this(
        arm,
        tokens,
        text,
        stopReason,
        nllResponseOnly,
        tokensPerSecond,
        beginsInBlock,
        List.of(),
        WordShifts.NONE);
  }

  /** Such an answer to a prompt that opens no reasoning block. */
  public Trace(
      Arm arm,
      List<TokenEvent> tokens,
      String text,
      StopReason stopReason,
      double[] nllResponseOnly,
      double tokensPerSecond) {
    this(arm, tokens, text, stopReason, nllResponseOnly, tokensPerSecond, false);
  }

  @Override
  public int[] tokenIds() {
    return tokens.stream().mapToInt(TokenEvent::tokenId).toArray();
  }

  @Override
  public int[] textEnds() {
    int[] ends = tokens.stream().mapToInt(token -> token.text().length()).toArray();
    Arrays.parallelPrefix(ends, Integer::sum);
    return ends;
  }

  @Override
  public double[] nllWithPrompt() {
    return tokens.stream().mapToDouble(TokenEvent::nll).toArray();
  }
}
