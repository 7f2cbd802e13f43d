package org.densesteer.evaluation.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.densesteer.evaluation.plan.ChoiceRule;
import org.densesteer.evaluation.plan.SweepArm;
import org.densesteer.evaluation.plan.SweepPart;
import org.densesteer.evaluation.statistics.Interval;
import org.junit.jupiter.api.Test;

class CellChoiceTest {

  private static final CellSummary BASELINE = cell(-1, 0, 0.80, 12, 0, 0.2);

  private static CellSummary cell(
      int layer, double strength, double accuracy, double density, double degenerate, double nll) {
    return new CellSummary(
        layer < 0 ? SweepArm.BASELINE : SweepArm.cell(layer, strength),
        layer,
        strength,
        SweepPart.ALL,
        100,
        Map.of(
            Measure.ACCURACY,
            accuracy,
            Measure.DENSITY,
            density,
            Measure.DEGENERATE_SHARE,
            degenerate,
            Measure.NLL_WITH_PROMPT,
            nll),
        new Interval(0, 1, 0.95),
        0,
        Map.of(),
        null);
  }

  private static Optional<SweepArm> choose(ChoiceRule rule, CellSummary... cells) {
    return CellChoice.choose(rule, BASELINE, List.of(cells));
  }

  @Test
  void accuracyRuleTakesTheMostAccurate() {
    CellSummary[] cells = {
      cell(0, 1, 0.81, 20, 0, 0.2), cell(1, 1, 0.84, 10, 0, 0.2), cell(1, 2, 0.84, 11, 0, 0.2)
    };
    assertEquals(Optional.of(SweepArm.cell(1, 2)), choose(ChoiceRule.ACCURACY, cells));
  }

  @Test
  void equalsGoToTheSmallerStrengthAndTheLowerLayer() {
    CellSummary[] cells = {
      cell(2, 1, 0.8, 12, 0, 0.2),
      cell(1, -2, 0.8, 12, 0, 0.2),
      cell(1, 1, 0.8, 12, 0, 0.2),
      cell(1, 0, 0.8, 12, 0, 0.2)
    };
    assertEquals(Optional.of(SweepArm.cell(1, 1)), choose(ChoiceRule.ACCURACY, cells));
  }

  @Test
  void densityRuleGivesUpAtMostFivePoints() {
    CellSummary[] cells = {
      cell(0, 1, 0.75, 15, 0, 0.2), cell(0, 2, 0.74, 19, 0, 0.2), cell(0, 3, 0.85, 14, 0, 0.2)
    };
    assertEquals(Optional.of(SweepArm.cell(0, 1)), choose(ChoiceRule.DENSITY, cells));
    assertEquals(Optional.empty(), choose(ChoiceRule.DENSITY, cells[1]));
  }

  @Test
  void degenerateCellsAreNeverChosen() {
    assertEquals(Optional.empty(), choose(ChoiceRule.ACCURACY, cell(0, 1, 0.99, 15, 0.1, 0.2)));
  }

  @Test
  void bandEndsAtTheCliff() {
    List<CellSummary> cells =
        List.of(
            cell(3, -2, 0.5, 12, 0, 0.6),
            cell(3, -1, 0.8, 12, 0.05, 0.45),
            cell(3, 1, 0.8, 12, 0, 0.3),
            cell(3, 2, 0.8, 12, 0, 0.4),
            cell(3, 3, 0.8, 12, 0.2, 0.4),
            cell(3, 4, 0.8, 12, 0, 0.4),
            cell(4, 1, 0.1, 12, 1, 9));
    StrengthBand band = StrengthBand.of(3, BASELINE, cells);
    assertEquals(new StrengthBand(3, -1, 2, OptionalDouble.of(-2), OptionalDouble.of(3)), band);
    for (double strength : new double[] {-3, -2, 3, 4}) {
      assertTrue(band.overCliff(strength), () -> "strength " + strength);
    }
    for (double strength : new double[] {-1.9, 0, 2.9}) {
      assertFalse(band.overCliff(strength), () -> "strength " + strength);
    }
    assertEquals(
        new StrengthBand(4, 0, 0, OptionalDouble.empty(), OptionalDouble.of(1)),
        StrengthBand.of(4, BASELINE, cells));
    assertEquals(
        new StrengthBand(9, 0, 0, OptionalDouble.empty(), OptionalDouble.empty()),
        StrengthBand.of(9, BASELINE, cells));
  }

  /** A rise of the NLL counts when it is large both in nats and against the baseline. */
  @Test
  void aNoisyBaselineNeedsALargerRise() {
    CellSummary noisy = cell(-1, 0, 0.8, 12, 0, 1.0);
    List<CellSummary> cells = List.of(cell(0, 1, 0.8, 12, 0, 1.4), cell(0, 2, 0.8, 12, 0, 1.5));
    assertEquals(OptionalDouble.of(2), StrengthBand.of(0, noisy, cells).cliffAbove());
  }
}
