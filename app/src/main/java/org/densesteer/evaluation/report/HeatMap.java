package org.densesteer.evaluation.report;

import java.util.ArrayList;
import java.util.List;
import org.densesteer.common.Texts;
import org.densesteer.evaluation.plan.StrengthRange;
import org.densesteer.evaluation.plan.SweepGrid;
import org.densesteer.evaluation.results.CellSummary;
import org.densesteer.evaluation.results.Measure;
import org.densesteer.evaluation.results.StrengthBand;
import org.densesteer.evaluation.results.SweepResults;

/**
 * One measure over layers and strengths.
 *
 * @param measure what is shown
 * @param baseline its value without steering, the centre of the colours
 * @param rows one for each layer, the highest first
 */
record HeatMap(Measure measure, double baseline, List<Row> rows) {

  /** The cells of one layer, by ascending strength. */
  record Row(int layer, List<Cell> cells) {}

  /**
   * A cell.
   *
   * @param strength λ as text
   * @param value mean of the measure
   * @param shown the value as text
   * @param detail a sentence with the difference and its interval
   * @param chosen whether it was chosen as the best
   * @param overCliff whether its answers break down, or those of a weaker push
   */
  record Cell(
      String strength,
      double value,
      String shown,
      String detail,
      boolean chosen,
      boolean overCliff) {}

  static HeatMap of(Measure measure, SweepGrid grid, SweepResults results) {
    List<Row> rows = new ArrayList<>();
    for (int layer : grid.layers()) {
      StrengthBand band = StrengthBand.of(layer, results.gridBaseline(), results.cells());
      List<Cell> cells = new ArrayList<>();
      for (int i = 0; i < results.cells().size(); i++) {
        if (results.cells().get(i).layer() == layer) {
          cells.add(cell(measure, results, i, band));
        }
      }
      rows.add(0, new Row(layer, cells));
    }
    return new HeatMap(measure, results.gridBaseline().mean(measure), rows);
  }

  /** The values of the cells that lie over the cliff, or of those that do not. */
  List<Double> values(boolean overCliff) {
    return rows.stream()
        .flatMap(row -> row.cells().stream())
        .filter(cell -> cell.overCliff() == overCliff)
        .map(Cell::value)
        .toList();
  }

  private static Cell cell(Measure measure, SweepResults results, int index, StrengthBand band) {
    CellSummary summary = results.cells().get(index);
    double value = summary.mean(measure);
    String detail =
        Texts.of(
            "Layer %d, strength %s: %s",
            summary.layer(),
            StrengthRange.text(summary.strength()),
            Figures.meanAndDifference(
                summary, measure, results.correctedCells().get(measure)[index]));
    return new Cell(
        StrengthRange.text(summary.strength()),
        value,
        measure.brief(value),
        detail,
        results.chosen().filter(summary.arm()::equals).isPresent(),
        band.overCliff(summary.strength()));
  }
}
