package org.densesteer.evaluation.results;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Strengths of one layer that are safe, and where the cliff begins on either side.
 *
 * @param layer 0-based decoder block
 * @param low lowest swept strength that is reached from 0 without going over a cliff, at most 0
 * @param high highest such strength, at least 0
 * @param cliffBelow first swept strength over the cliff on the negative side; empty when none is
 * @param cliffAbove first swept strength over the cliff on the positive side; empty when none is
 */
public record StrengthBand(
    int layer, double low, double high, OptionalDouble cliffBelow, OptionalDouble cliffAbove) {

  /**
   * Finds the band of a layer.
   *
   * @param baseline the baseline on the same problems
   * @param cells cells of any layers; those of other layers are ignored
   */
  public static StrengthBand of(int layer, CellSummary baseline, List<CellSummary> cells) {
    Side above = side(layer, 1, baseline, cells);
    Side below = side(layer, -1, baseline, cells);
    return new StrengthBand(layer, below.last, above.last, below.cliff, above.cliff);
  }

  /** Whether a strength lies on a cliff or beyond it. */
  public boolean overCliff(double strength) {
    return cliffAbove.isPresent() && strength >= cliffAbove.getAsDouble()
        || cliffBelow.isPresent() && strength <= cliffBelow.getAsDouble();
  }

  private record Side(double last, OptionalDouble cliff) {}

  /** Walks from 0 outwards until the first cell over the cliff. */
  private static Side side(int layer, int sign, CellSummary baseline, List<CellSummary> cells) {
    List<CellSummary> outwards =
        cells.stream()
            .filter(cell -> cell.layer() == layer && cell.strength() * sign > 0)
            .sorted(Comparator.comparingDouble(cell -> Math.abs(cell.strength())))
            .toList();
    double last = 0;
    for (CellSummary cell : outwards) {
      if (CliffRule.over(baseline, cell)) {
        return new Side(last, OptionalDouble.of(cell.strength()));
      }
      last = cell.strength();
    }
    return new Side(last, OptionalDouble.empty());
  }
}
