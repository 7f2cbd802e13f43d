package org.densesteer.evaluation.strip;

import org.jspecify.annotations.Nullable;

/**
 * How likely two continuations are at one place, in nats.
 *
 * @param cell where it was steered; null for the baseline
 * @param seed that of the random direction in the vector's place; null for the vector itself
 * @param first ln p of the first continuation as a whole, the prompt as context
 * @param second that of the second
 */
public record LogOddsRow(
    @Nullable StripCell cell, @Nullable Long seed, double first, double second) {

  /** ln (p of the first / p of the second); above 0 where the first is the likelier. */
  public double logOdds() {
    return first - second;
  }

  /** What steers it: {@code baseline}, {@code steered} or {@code random:SEED}. */
  public String arm() {
    return StripRow.arm(cell, seed);
  }
}
