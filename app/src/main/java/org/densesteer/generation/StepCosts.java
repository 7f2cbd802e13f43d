package org.densesteer.generation;

import java.util.Map;
import java.util.TreeMap;

/**
 * How long a step takes on this machine with this model, by its number of lines, as the steps
 * themselves show. Used on the decoder's thread.
 */
final class StepCosts {

  /** What a line is taken to add to the smallest step known, until larger ones are known. */
  private static final double GUESS = 0.06;

  /** Weight of the newest step. */
  private static final double NEWEST = 0.3;

  private final TreeMap<Integer, Double> nanos = new TreeMap<>();

  /** A step took so long. The first of its size does not count: products are compiled in it. */
  void took(int lines, long time) {
    nanos.merge(lines, Double.NaN, (known, none) -> smoothed(known, time));
  }

  private static double smoothed(double known, long time) {
    return Double.isNaN(known) ? time : known + NEWEST * (Math.min(time, 2 * known) - known);
  }

  /**
   * What a step with so many lines takes, in any unit; between known sizes along a straight line.
   */
  double of(int lines) {
    Map.Entry<Integer, Double> below = nanos.floorEntry(lines);
    while (below != null && below.getValue().isNaN()) {
      below = nanos.lowerEntry(below.getKey());
    }
    Map.Entry<Integer, Double> above = nanos.ceilingEntry(lines);
    while (above != null && above.getValue().isNaN()) {
      above = nanos.higherEntry(above.getKey());
    }
    if (below == null) {
      return above == null ? 1 + GUESS * lines : above.getValue();
    }
    double known = below.getValue();
    int more = lines - below.getKey();
    if (above == null || more == 0) {
      return known * (1 + GUESS * more);
    }
    return known + (above.getValue() - known) * more / (above.getKey() - below.getKey());
  }
}
