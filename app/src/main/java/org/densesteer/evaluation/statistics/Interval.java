package org.densesteer.evaluation.statistics;

/**
 * A confidence interval. Both ends are NaN when there were too few observations for one.
 *
 * @param low its lower end
 * @param high its upper end
 * @param level its confidence, such as 0.95
 */
public record Interval(double low, double high, double level) {

  /** No interval at all. */
  static Interval unknown(double level) {
    return new Interval(Double.NaN, Double.NaN, level);
  }

  /** Whether both ends are known. */
  public boolean known() {
    return !Double.isNaN(low) && !Double.isNaN(high);
  }

  /** Whether a value lies within, ends included. */
  public boolean contains(double value) {
    return low <= value && value <= high;
  }

  /** The least interval that holds this one and a value. */
  Interval reachingTo(double value) {
    return new Interval(Math.min(low, value), Math.max(high, value), level);
  }
}
