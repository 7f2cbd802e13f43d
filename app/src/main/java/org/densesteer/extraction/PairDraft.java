package org.densesteer.extraction;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A contrastive pair in the making: the dense answer may still be missing.
 *
 * @param question what was asked
 * @param sparse the answer in many small steps
 * @param dense the answer in fewer, fuller steps; blank while there is none
 * @param gold the right answer; null where it is not known
 */
public record PairDraft(String question, String sparse, String dense, @Nullable Gold gold) {

  /** A copy with another dense answer. */
  public PairDraft withDense(String newDense) {
    return new PairDraft(question, sparse, newDense, gold);
  }

  /** A copy with another sparse answer. */
  public PairDraft withSparse(String newSparse) {
    return new PairDraft(question, newSparse, dense, gold);
  }

  /** The finished pair; empty while an answer is missing. */
  public Optional<ContrastivePair> pair() {
    return sparse.isBlank() || dense.isBlank()
        ? Optional.empty()
        : Optional.of(new ContrastivePair(question, sparse, dense));
  }
}
