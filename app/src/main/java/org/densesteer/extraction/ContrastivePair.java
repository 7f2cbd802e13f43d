package org.densesteer.extraction;

import org.densesteer.common.FaultException;

/**
 * One question with two answers that say the same in two styles.
 *
 * @param question what was asked
 * @param sparse the answer in many small steps, the negative example
 * @param dense the answer in fewer, fuller steps, the positive example
 */
public record ContrastivePair(String question, String sparse, String dense) {

  /** Checks that neither answer is blank. */
  public ContrastivePair {
    if (sparse.isBlank() || dense.isBlank()) {
      throw new FaultException(
          "A contrastive pair needs a sparse and a dense answer, not a blank.");
    }
  }
}
