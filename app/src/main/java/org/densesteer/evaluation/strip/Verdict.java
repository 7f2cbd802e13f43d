package org.densesteer.evaluation.strip;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.densesteer.evaluation.statistics.PlaceboRank;

/** How an effect stands to those of random directions of equal push. */
public enum Verdict {
  /** A random direction did as much. */
  WITHIN,
  /** It did more than any of them. */
  BEYOND;

  /**
   * Compares sizes. Of effects that are no better than chance, one in N + 1 lies beyond N random
   * ones.
   *
   * @param effect a difference from the baseline
   * @param random those of the random directions; NaN for one that has none
   * @return empty when there is nothing to compare
   */
  public static Optional<Verdict> of(double effect, double[] random) {
    double[] known = Arrays.stream(random).filter(each -> !Double.isNaN(each)).toArray();
    if (known.length == 0 || Double.isNaN(effect)) {
      return Optional.empty();
    }
    return Optional.of(PlaceboRank.of(effect, known).asLarge() == 0 ? BEYOND : WITHIN);
  }

  /** The word for it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
