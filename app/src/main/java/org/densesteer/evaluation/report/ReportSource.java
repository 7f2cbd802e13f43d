package org.densesteer.evaluation.report;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.densesteer.evaluation.plan.SweepParts;
import org.densesteer.evaluation.plan.SweepPlan;
import org.densesteer.evaluation.problems.Problem;
import org.densesteer.evaluation.results.CellSummary;
import org.densesteer.evaluation.results.Measure;
import org.densesteer.evaluation.results.SweepFolder;
import org.densesteer.evaluation.results.SweepResults;

/**
 * What a report tells of.
 *
 * @param content the sweep
 * @param results what it showed
 */
record ReportSource(SweepFolder.Content content, SweepResults results) {

  /**
   * The chosen cell where it is reported.
   *
   * @param summary its figures
   * @param corrected its corrected p value for each measure
   * @param comparisons how many comparisons the correction was made for
   */
  record Reported(CellSummary summary, Map<Measure, Double> corrected, int comparisons) {}

  SweepPlan plan() {
    return content.plan();
  }

  /**
   * The measures to tell of. The benchmark's own accuracy is one of them where it differs from the
   * accuracy by value.
   */
  List<Measure> measures() {
    return Arrays.stream(Measure.values())
        .filter(m -> m != Measure.BENCHMARK_ACCURACY || !verdictsAgree() && verdictsKnown())
        .toList();
  }

  /** Whether both rules were asked; an earlier version knew one. */
  boolean verdictsKnown() {
    return !Double.isNaN(results.gridBaseline().mean(Measure.BENCHMARK_ACCURACY));
  }

  private boolean verdictsAgree() {
    return Stream.of(List.of(results.gridBaseline()), results.cells(), results.check())
        .flatMap(List::stream)
        .allMatch(
            cell ->
                Double.compare(cell.mean(Measure.ACCURACY), cell.mean(Measure.BENCHMARK_ACCURACY))
                    == 0);
  }

  /** The problems on which the chosen cell is reported. */
  List<Problem> reportedProblems() {
    return SweepParts.of(plan(), content.problems()).check();
  }

  /** The chosen cell on the check's problems, or on the grid's where there was no check. */
  Optional<Reported> reported() {
    return results.check().isEmpty()
        ? find(results.cells(), results.correctedCells(), results.gridComparisons())
        : find(results.check(), results.correctedCheck(), results.checkComparisons());
  }

  private Optional<Reported> find(
      List<CellSummary> summaries, Map<Measure, double[]> corrected, int comparisons) {
    for (int i = 0; i < summaries.size(); i++) {
      if (results.chosen().filter(summaries.get(i).arm()::equals).isPresent()) {
        Map<Measure, Double> own = new EnumMap<>(Measure.class);
        for (Measure measure : Measure.values()) {
          own.put(measure, corrected.get(measure)[i]);
        }
        return Optional.of(new Reported(summaries.get(i), own, comparisons));
      }
    }
    return Optional.empty();
  }
}
