package org.densesteer.generation.batch;

import org.densesteer.generation.ScoredAnswer;
import org.densesteer.generation.StopReason;
import org.densesteer.generation.WordShifts;

/**
 * A finished answer of a batch: its tokens, their text, and what the unsteered model makes of it.
 *
 * @param kl KL(steered ‖ unsteered) in nats at each of its tokens; empty when the batch had no
 *     twins
 * @param words of the tokens that the batch was asked for, how much likelier steering made them
 */
public record BatchAnswer(
    int[] tokenIds,
    String text,
    StopReason stopReason,
    double[] nllWithPrompt,
    double[] nllResponseOnly,
    int[] textEnds,
    boolean beginsInBlock,
    double[] kl,
    WordShifts words)
    implements ScoredAnswer {

  /** An answer of a batch without twins. */
  public BatchAnswer(
      int[] tokenIds,
      String text,
      StopReason stopReason,
      double[] nllWithPrompt,
      double[] nllResponseOnly,
      int[] textEnds,
      boolean beginsInBlock) {
    this(
        tokenIds,
        text,
        stopReason,
        nllWithPrompt,
        nllResponseOnly,
        textEnds,
        beginsInBlock,
        new double[0],
        WordShifts.NONE);
  }

  /** An answer to a prompt that opens no reasoning block, and whose tokens' texts are not known. */
  public BatchAnswer(
      int[] tokenIds,
      String text,
      StopReason stopReason,
      double[] nllWithPrompt,
      double[] nllResponseOnly) {
    this(tokenIds, text, stopReason, nllWithPrompt, nllResponseOnly, new int[0], false);
  }
}
