package org.densesteer.generation.batch;

import org.densesteer.generation.ScoredAnswer;
import org.densesteer.generation.StopReason;

/**
 * A finished answer of a batch: its tokens, their text, and what the unsteered model makes of it.
 *
 * @param kl KL(steered ‖ unsteered) in nats at each of its tokens; empty when the batch had no
 *     twins
 */
public record BatchAnswer(
    int[] tokenIds,
    String text,
    StopReason stopReason,
    double[] nllWithPrompt,
    double[] nllResponseOnly,
    int[] textEnds,
    boolean beginsInBlock,
    double[] kl)
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
        new double[0]);
  }

  /** An answer to a prompt that opens no reasoning block, and whose tokens' texts are not known. */
  public BatchAnswer(
      int[] tokenIds,
      String text,
      StopReason stopReason,
      double[] nllWithPrompt,
      double[] nllResponseOnly) {
    this(
        tokenIds,
        text,
        stopReason,
        nllWithPrompt,
        nllResponseOnly,
        new int[0],
        false,
        new double[0]);
  }
}
