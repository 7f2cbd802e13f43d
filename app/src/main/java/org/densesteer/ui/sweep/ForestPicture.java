package org.densesteer.ui.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.densesteer.common.Texts;
import org.densesteer.evaluation.placebo.Placebo;
import org.densesteer.evaluation.report.AgainstPlacebos;
import org.densesteer.evaluation.results.CellSummary;
import org.densesteer.evaluation.results.Measure;
import org.densesteer.evaluation.results.SweepResults;
import org.densesteer.evaluation.statistics.Interval;
import org.densesteer.evaluation.statistics.PairedComparison;
import org.densesteer.evaluation.statistics.Unit;
import org.jspecify.annotations.Nullable;

/**
 * The chosen cell's effect above those of its placebos, each a difference to the baseline on the
 * problems for reporting.
 *
 * @param title what is shown
 * @param verdict a few words; empty where there is nothing to say
 * @param sentences the same as the report says it
 * @param rows the chosen cell, then the placebos in the plan's order
 */
record ForestPicture(String title, String verdict, List<String> sentences, List<Row> rows) {

  /**
   * An arm.
   *
   * @param name what it is called
   * @param about a few words more
   * @param chosen whether it is the chosen cell and no placebo
   * @param effect its difference to the baseline; NaN when unknown
   * @param low lower end of its interval; the effect itself where there is none
   * @param high upper end
   * @param figure the same as text
   */
  record Row(
      String name,
      String about,
      boolean chosen,
      double effect,
      double low,
      double high,
      String figure) {}

  /** Looks at what a sweep showed; null where no cell was held against anything. */
  static @Nullable ForestPicture of(SweepResults results, Measure measure) {
    @Nullable CellSummary chosen = AgainstPlacebos.chosen(results).orElse(null);
    if (chosen == null) {
      return null;
    }
    List<Row> rows = new ArrayList<>();
    for (CellSummary cell : results.check()) {
      @Nullable PairedComparison comparison = cell.comparisons().get(measure);
      if (comparison != null) {
        rows.add(row(cell, comparison, measure.unit()));
      }
    }
    String noun = measure.unit().noun();
    return new ForestPicture(
        Texts.of(
            "%s against the baseline%s, on %d problems, 95 %% intervals",
            measure.title(), noun.isEmpty() ? "" : " in " + noun, chosen.count()),
        AgainstPlacebos.verdict(results, measure),
        AgainstPlacebos.sentences(results, measure),
        List.copyOf(rows));
  }

  private static Row row(CellSummary cell, PairedComparison comparison, Unit unit) {
    boolean chosen = cell.arm().isSteered();
    Interval interval = comparison.interval();
    double effect = comparison.difference();
    return new Row(
        chosen ? "chosen cell" : cell.arm().name(),
        chosen ? cell.arm().describe() : Placebo.named(cell.arm().name()).describe(),
        chosen,
        effect,
        interval.known() ? interval.low() : effect,
        interval.known() ? interval.high() : effect,
        figure(comparison, unit));
  }

  private static String figure(PairedComparison comparison, Unit unit) {
    if (Double.isNaN(comparison.difference())) {
      return "–";
    }
    Interval interval = comparison.interval();
    String effect = unit.signed(comparison.difference());
    return interval.known()
        ? Texts.of("%s [%s, %s]", effect, unit.signed(interval.low()), unit.signed(interval.high()))
        : effect;
  }

  /** The smallest value that is drawn, 0 among them. */
  double low() {
    return ends().min().orElse(0);
  }

  /** The largest value that is drawn, 0 among them. */
  double high() {
    return ends().max().orElse(0);
  }

  private DoubleStream ends() {
    return DoubleStream.concat(
        DoubleStream.of(0),
        rows.stream()
            .flatMapToDouble(row -> DoubleStream.of(row.low(), row.high()))
            .filter(Double::isFinite));
  }
}
