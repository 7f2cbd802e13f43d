package org.densesteer.model.training;

import org.densesteer.common.FaultException;
import org.densesteer.common.Texts;

/**
 * Sizes of a Qwen2 decoder with a tied head.
 *
 * @param vocabulary rows of the embedding
 * @param hidden width of the hidden states
 * @param layers number of decoder blocks
 * @param heads query heads
 * @param keyValueHeads key and value heads, a divisor of {@code heads}
 * @param intermediate width inside the gated feed-forward part
 * @param ropeTheta base of the rotary frequencies
 * @param normEpsilon ε of the root-mean-square norms
 */
public record DecoderShape(
    int vocabulary,
    int hidden,
    int layers,
    int heads,
    int keyValueHeads,
    int intermediate,
    double ropeTheta,
    double normEpsilon) {

  /** Checks that the heads divide the width evenly. */
  public DecoderShape {
    if (heads < 1 || keyValueHeads < 1 || hidden % (2 * heads) != 0 || heads % keyValueHeads != 0) {
      throw new FaultException(
          Texts.of(
              "A decoder %d wide cannot have %d query heads and %d key/value heads.",
              hidden, heads, keyValueHeads));
    }
  }

  /** Width of one head. */
  public int headWidth() {
    return hidden / heads;
  }
}
