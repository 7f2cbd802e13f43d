package org.densesteer.evaluation.strip;

import java.util.List;
import java.util.function.Predicate;
import org.densesteer.evaluation.results.CliffRule;
import org.jspecify.annotations.Nullable;

/**
 * What one cell, or the baseline, made of the questions.
 *
 * @param cell where it was steered; null for the baseline
 * @param seed that of the random direction in the vector's place; null for the vector itself
 * @param answers one for each question
 */
public record StripRow(@Nullable StripCell cell, @Nullable Long seed, List<StripAnswer> answers) {

  /** Freezes the list. */
  public StripRow {
    answers = List.copyOf(answers);
  }

  /** What steers it: {@code baseline}, {@code steered} or {@code random:SEED}. */
  public String arm() {
    return arm(cell, seed);
  }

  static String arm(@Nullable StripCell cell, @Nullable Long seed) {
    return cell == null ? "baseline" : seed == null ? "steered" : "random:" + seed;
  }

  /** Mean of a figure over the answers that have it; NaN when none has. */
  public double mean(StripFigure figure) {
    return answers.stream()
        .mapToDouble(figure::of)
        .filter(value -> !Double.isNaN(value))
        .average()
        .orElse(Double.NaN);
  }

  /** Share of its answers of which something is so. */
  public double share(Predicate<StripAnswer> what) {
    return (double) answers.stream().filter(what).count() / answers.size();
  }

  /**
   * Whether its answers are still answers that came to their end: not all of them are broken, nor
   * so many more than the baseline's that a sweep would call it a cliff.
   */
  public boolean stands(StripRow baseline) {
    double broken = share(answer -> !answer.whole());
    return broken < 1 && !CliffRule.risen(baseline.share(answer -> !answer.whole()), broken);
  }
}
