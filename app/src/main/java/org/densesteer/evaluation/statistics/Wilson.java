package org.densesteer.evaluation.statistics;

/**
 * Score interval of a proportion.
 *
 * <p>Source: E. B. Wilson, Probable inference, the law of succession, and statistical inference,
 * JASA 22 (1927) 209–212.
 */
public final class Wilson {

  private Wilson() {}

  /**
   * The interval without continuity correction.
   *
   * @param successes how many of {@code count} succeeded
   * @param count how many there were; 0 gives an unknown interval
   * @param level confidence, such as 0.95
   */
  public static Interval interval(int successes, int count, double level) {
    if (successes < 0 || successes > count) {
      throw new IllegalArgumentException(successes + " of " + count);
    }
    if (count == 0) {
      return Interval.unknown(level);
    }
    double z2 = Math.pow(StandardNormal.twoSided(level), 2);
    double share = (double) successes / count;
    double centre = (share + z2 / (2.0 * count)) / (1 + z2 / count);
    double half =
        Math.sqrt(z2 * (share * (1 - share) / count + z2 / (4.0 * count * count)))
            / (1 + z2 / count);
    double low = successes == 0 ? 0 : centre - half;
    double high = successes == count ? 1 : centre + half;
    return new Interval(low, high, level);
  }
}
