package org.densesteer.evaluation.results;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.densesteer.evaluation.plan.ChoiceRule;
import org.densesteer.evaluation.plan.SweepArm;

/** Chooses the best cell of a grid by rule, so that nobody's hopes do. */
final class CellChoice {

  /** Accuracy that the density rule may give up, as a share. */
  static final double TOLERATED_LOSS = 0.05;

  private static final double ROUNDING = 1e-9;

  private CellChoice() {}

  /**
   * The best cell other than strength 0; empty when every one is degenerate or, by the density
   * rule, loses too much accuracy.
   */
  static Optional<SweepArm> choose(ChoiceRule rule, CellSummary baseline, List<CellSummary> cells) {
    return cells.stream()
        .filter(cell -> cell.arm().isSteered() && !CliffRule.degenerate(baseline, cell))
        .filter(cell -> rule == ChoiceRule.ACCURACY || keepsAccuracy(baseline, cell))
        .min(order(rule))
        .map(CellSummary::arm);
  }

  private static boolean keepsAccuracy(CellSummary baseline, CellSummary cell) {
    return cell.mean(Measure.ACCURACY)
        >= baseline.mean(Measure.ACCURACY) - TOLERATED_LOSS - ROUNDING;
  }

  private static Comparator<CellSummary> order(ChoiceRule rule) {
    Comparator<CellSummary> byAccuracy = highest(Measure.ACCURACY);
    Comparator<CellSummary> byDensity = highest(Measure.DENSITY);
    Comparator<CellSummary> first = rule == ChoiceRule.ACCURACY ? byAccuracy : byDensity;
    return first
        .thenComparing(rule == ChoiceRule.ACCURACY ? byDensity : byAccuracy)
        .thenComparingDouble(cell -> Math.abs(cell.strength()))
        .thenComparingDouble(CellSummary::strength)
        .thenComparingInt(CellSummary::layer);
  }

  private static Comparator<CellSummary> highest(Measure measure) {
    return Comparator.comparingDouble((CellSummary cell) -> cell.mean(measure)).reversed();
  }
}
