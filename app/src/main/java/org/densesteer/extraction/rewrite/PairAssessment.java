package org.densesteer.extraction.rewrite;

import java.util.List;
import java.util.Optional;

/**
 * What is known of a draft.
 *
 * @param sparse measures of the sparse answer
 * @param dense measures of the dense answer; all 0 while there is none
 * @param sparseCorrect whether the sparse answer is right; empty where the right one is not known
 * @param flags what is wrong with the pair; empty when every check is passed
 */
public record PairAssessment(
    TextMeasures sparse, TextMeasures dense, Optional<Boolean> sparseCorrect, List<Flag> flags) {

  /** Freezes the list. */
  public PairAssessment {
    flags = List.copyOf(flags);
  }

  /** Whether the pair passes every check. */
  public boolean passes() {
    return flags.isEmpty();
  }
}
