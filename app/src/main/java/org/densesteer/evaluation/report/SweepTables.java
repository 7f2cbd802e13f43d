package org.densesteer.evaluation.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.densesteer.common.Texts;
import org.densesteer.evaluation.plan.StrengthRange;
import org.densesteer.evaluation.results.CellSummary;
import org.densesteer.evaluation.results.Measure;
import org.densesteer.evaluation.results.StrengthBand;
import org.densesteer.evaluation.results.SweepResults;
import org.densesteer.figure.LatexTable;
import org.densesteer.figure.MarkdownTable;
import org.densesteer.figure.Origin;
import org.densesteer.figure.Table;
import org.densesteer.figure.Table.Column;

/**
 * A finished sweep as tables for a paper or a note: the chosen cell beside its placebos, where
 * there are any, and every cell of the grid.
 *
 * @param made what was swept
 * @param results what it showed
 */
public record SweepTables(SweepProvenance made, SweepResults results) {

  private static final List<Column> FIGURES =
      List.of(
          Column.number("accuracy"),
          Column.text("Δ points"),
          Column.text("p"),
          Column.number("density"),
          Column.text("Δ density"),
          Column.text("p"),
          Column.number("NLL"),
          Column.number("degen."));

  private static final String WORDS =
      "Density is tokens per step; NLL is the mean in nats per token, prompt as context, under the"
          + " unsteered model; degen. is the share of answers that are endless repetition or empty."
          + " Differences (Δ) are to the baseline on the same problems, with 95 % intervals where not"
          + " every problem changed alike; p is corrected by Holm over the rows. ";

  /** The tables as LaTeX, each with the settings. */
  public String latex() {
    return written(LatexTable::of);
  }

  /** The tables as Markdown, each with the settings. */
  public String markdown() {
    return written(MarkdownTable::of);
  }

  private String written(BiFunction<Table, Origin, String> writer) {
    return tables().stream()
        .map(table -> writer.apply(table, made.figures()))
        .collect(Collectors.joining("\n"));
  }

  List<Table> tables() {
    return results.check().isEmpty() ? List.of(cells()) : List.of(check(), cells());
  }

  private Table check() {
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < results.check().size(); i++) {
      CellSummary cell = results.check().get(i);
      String name = cell.arm().isSteered() ? "chosen: " + place(cell) : cell.arm().name();
      rows.add(
          row(
              Stream.of(name),
              cell,
              p(results.correctedCheck().get(Measure.ACCURACY), i),
              p(results.correctedCheck().get(Measure.DENSITY), i),
              Stream.of()));
    }
    String caption =
        Texts.of(
            "The chosen cell and its placebos on %d problems%s. ",
            results.check().get(0).count(),
            made.plan().isSplit() ? " of the test part" : ", those on which it was chosen");
    return table(caption, "check", List.of(Column.text("arm")), List.of(), rows);
  }

  private static String place(CellSummary cell) {
    return Texts.of("layer %d, λ %s", cell.layer(), strength(cell));
  }

  private Table cells() {
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < results.cells().size(); i++) {
      CellSummary cell = results.cells().get(i);
      rows.add(
          row(
              Stream.of(Integer.toString(cell.layer()), strength(cell)),
              cell,
              p(results.correctedCells().get(Measure.ACCURACY), i),
              p(results.correctedCells().get(Measure.DENSITY), i),
              Stream.of(remark(cell))));
    }
    return table(
        Texts.of(
            "Every layer and strength λ on %d problems; strength 0 is the baseline, and answers beyond the cliff break down. ",
            results.gridBaseline().count()),
        "cells",
        List.of(Column.number("layer"), Column.number("λ")),
        List.of(Column.text("")),
        rows);
  }

  private String remark(CellSummary cell) {
    StrengthBand band = StrengthBand.of(cell.layer(), results.gridBaseline(), results.cells());
    return Stream.of(
            results.chosen().filter(cell.arm()::equals).isPresent() ? "chosen" : "",
            band.overCliff(cell.strength()) ? "cliff" : "")
        .filter(word -> !word.isEmpty())
        .collect(Collectors.joining(", "));
  }

  private Table table(
      String caption,
      String label,
      List<Column> first,
      List<Column> last,
      List<List<String>> rows) {
    List<Column> columns = Stream.of(first, FIGURES, last).flatMap(List::stream).toList();
    return new Table(
        caption + WORDS + made.sentence(),
        "densesteer-sweep-" + made.plan().hash().substring(0, 8) + "-" + label,
        columns,
        rows);
  }

  private static List<String> row(
      Stream<String> first,
      CellSummary cell,
      String accuracy,
      String density,
      Stream<String> last) {
    Stream<String> figures =
        Stream.of(
            mean(cell, Measure.ACCURACY),
            difference(cell, Measure.ACCURACY),
            accuracy,
            mean(cell, Measure.DENSITY),
            difference(cell, Measure.DENSITY),
            density,
            mean(cell, Measure.NLL_WITH_PROMPT),
            mean(cell, Measure.DEGENERATE_SHARE));
    return Stream.of(first, figures, last).flatMap(each -> each).toList();
  }

  /** As narrow as can be: the caption says what a missing interval means. */
  private static String difference(CellSummary cell, Measure measure) {
    return Figures.difference(cell, measure).replace(" on every problem", "");
  }

  private static String mean(CellSummary cell, Measure measure) {
    return measure.format(cell.mean(measure));
  }

  private static String p(double[] corrected, int index) {
    return Figures.pValue(corrected[index]);
  }

  private static String strength(CellSummary cell) {
    return StrengthRange.text(cell.strength()).replace('-', '−');
  }
}
