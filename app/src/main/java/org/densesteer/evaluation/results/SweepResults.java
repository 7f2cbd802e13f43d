package org.densesteer.evaluation.results;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.densesteer.evaluation.plan.SweepArm;
import org.densesteer.evaluation.plan.SweepPart;
import org.densesteer.evaluation.plan.SweepParts;
import org.densesteer.evaluation.plan.SweepPlan;
import org.densesteer.evaluation.problems.Problem;
import org.densesteer.evaluation.problems.ProblemSet;
import org.densesteer.evaluation.statistics.Bootstrap;
import org.densesteer.evaluation.statistics.Holm;
import org.jspecify.annotations.Nullable;

/**
 * What a sweep showed: a function of the plan, the problems and the answers.
 *
 * @param gridBaseline the baseline on the grid's problems
 * @param cells one summary for each layer and strength, strength 0 included, in that order
 * @param chosen the best cell by the plan's rule; empty when no cell is fit to be chosen
 * @param check baseline, chosen cell and placebos on the problems for reporting; empty when the
 *     plan has no check or nothing was chosen
 * @param correctedCells p values of {@code cells} against the baseline, corrected by Holm over the
 *     grid for each measure; NaN at strength 0
 * @param correctedCheck the same for {@code check}
 */
public record SweepResults(
    CellSummary gridBaseline,
    List<CellSummary> cells,
    Optional<SweepArm> chosen,
    List<CellSummary> check,
    Map<Measure, double[]> correctedCells,
    Map<Measure, double[]> correctedCheck) {

  /** Freezes the lists. */
  public SweepResults {
    cells = List.copyOf(cells);
    check = List.copyOf(check);
  }

  /** Works everything out; a second or so for a large grid. */
  public static SweepResults of(SweepPlan plan, ProblemSet set, AnswerTable table) {
    Bootstrap bootstrap = Bootstrap.seeded(plan.seed());
    SweepParts parts = SweepParts.of(plan, set);
    CellSummary baseline =
        summary(table, SweepArm.BASELINE, plan.gridPart(), parts.grid(), bootstrap);
    List<CellSummary> cells = new ArrayList<>();
    for (int layer : plan.grid().layers()) {
      for (double strength : plan.grid().strengths()) {
        SweepArm arm = SweepArm.cell(layer, strength);
        cells.add(
            CellSummary.of(table, arm, layer, strength, plan.gridPart(), parts.grid(), bootstrap));
      }
    }
    Optional<SweepArm> chosen = CellChoice.choose(plan.choice(), baseline, cells);
    List<CellSummary> check =
        chosen.filter(arm -> plan.hasCheck()).map(plan::checkArms).orElse(List.of()).stream()
            .map(arm -> summary(table, arm, plan.checkPart(), parts.check(), bootstrap))
            .toList();
    return new SweepResults(baseline, cells, chosen, check, corrected(cells), corrected(check));
  }

  /** Only the choice, from the grid's answers alone. */
  public static Optional<SweepArm> choose(SweepPlan plan, SweepParts parts, AnswerTable table) {
    List<CellSummary> cells =
        plan.gridArms().stream()
            .map(arm -> summary(table, arm, plan.gridPart(), parts.grid(), null))
            .toList();
    return CellChoice.choose(plan.choice(), cells.get(0), cells);
  }

  /** How many comparisons with the baseline the grid makes for each measure. */
  public int gridComparisons() {
    return (int) cells.stream().filter(cell -> !cell.comparisons().isEmpty()).count();
  }

  /** The same for the check. */
  public int checkComparisons() {
    return (int) check.stream().filter(cell -> !cell.comparisons().isEmpty()).count();
  }

  private static CellSummary summary(
      AnswerTable table,
      SweepArm arm,
      SweepPart part,
      List<Problem> problems,
      @Nullable Bootstrap bootstrap) {
    @Nullable Integer layer = arm.layer();
    return CellSummary.of(
        table, arm, layer == null ? -1 : layer, arm.strength(), part, problems, bootstrap);
  }

  private static Map<Measure, double[]> corrected(List<CellSummary> summaries) {
    Map<Measure, double[]> corrected = new EnumMap<>(Measure.class);
    for (Measure measure : Measure.values()) {
      double[] pValues =
          summaries.stream()
              .map(summary -> summary.comparisons().get(measure))
              .mapToDouble(c -> c == null ? Double.NaN : c.pValue())
              .toArray();
      corrected.put(measure, Holm.adjust(pValues));
    }
    return corrected;
  }
}
