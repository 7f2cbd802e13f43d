package org.densesteer.ui.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.densesteer.evaluation.plan.StrengthRange;
import org.densesteer.evaluation.plan.SweepArm;
import org.densesteer.evaluation.report.DivergingScale;
import org.densesteer.evaluation.results.Measure;
import org.densesteer.evaluation.results.SafeBands;
import org.densesteer.evaluation.results.StrengthBand;
import org.densesteer.evaluation.results.SweepResults;
import org.jspecify.annotations.Nullable;

/**
 * A measure over layers and strengths, as far as it is known.
 *
 * @param measure what is shown
 * @param strengths column heads
 * @param rows one for each layer, the highest first
 * @param baseline mean without steering, the centre of the colours; NaN while unknown
 */
record HeatPicture(Measure measure, List<String> strengths, List<Row> rows, double baseline) {

  /** The cells of one layer by ascending strength. */
  record Row(int layer, List<Cell> cells) {}

  /**
   * A cell.
   *
   * @param arm what answers there
   * @param layer 0-based decoder block
   * @param strength λ
   * @param value mean so far; NaN while nothing is known
   * @param shown the same as text, marked where it lies over the cliff
   * @param chosen whether it is the best by rule
   * @param overCliff whether its answers break down, or those of a weaker push
   */
  record Cell(
      SweepArm arm,
      int layer,
      double strength,
      double value,
      String shown,
      boolean chosen,
      boolean overCliff) {}

  /**
   * Looks at a sweep.
   *
   * @param results what it showed; null while it is not finished
   */
  static HeatPicture of(SweepRun run, Measure measure, @Nullable SweepResults results) {
    Map<Integer, StrengthBand> bands =
        results == null
            ? SafeBands.soFar(run.plan(), run.answers(), run.problems())
            : SafeBands.of(run.plan(), results).layers();
    Optional<SweepArm> chosen = results == null ? Optional.empty() : results.chosen();
    List<Row> rows = new ArrayList<>();
    for (int layer : run.plan().grid().layers()) {
      List<Cell> cells = new ArrayList<>();
      for (double strength : run.plan().grid().strengths()) {
        SweepArm arm = SweepArm.cell(layer, strength);
        double value = run.answers().mean(arm, measure, run.problems());
        boolean over = !Double.isNaN(value) && bands.get(layer).overCliff(strength);
        cells.add(
            new Cell(
                arm,
                layer,
                strength,
                value,
                measure.brief(value) + (over ? " ▾" : ""),
                chosen.filter(arm::equals).isPresent(),
                over));
      }
      rows.add(0, new Row(layer, List.copyOf(cells)));
    }
    return new HeatPicture(
        measure,
        run.plan().grid().strengths().stream()
            .map(strength -> StrengthRange.text(strength).replace('-', '−'))
            .toList(),
        List.copyOf(rows),
        run.answers().mean(SweepArm.BASELINE, measure, run.problems()));
  }

  /**
   * Colours centred on the baseline, or on 0 while that is unknown. Cells over the cliff have no
   * say in their strength: one endless answer would make all others look alike.
   */
  DivergingScale scale() {
    return DivergingScale.around(
        Double.isNaN(baseline) ? 0 : baseline, values(false), values(true));
  }

  private List<Double> values(boolean overCliff) {
    return rows.stream()
        .flatMap(row -> row.cells().stream())
        .filter(cell -> cell.overCliff() == overCliff)
        .map(Cell::value)
        .toList();
  }

  /** Whether another picture has the same layers and strengths. */
  boolean sameGrid(@Nullable HeatPicture other) {
    return other != null
        && strengths.equals(other.strengths)
        && rows.stream()
            .map(Row::layer)
            .toList()
            .equals(other.rows.stream().map(Row::layer).toList());
  }
}
