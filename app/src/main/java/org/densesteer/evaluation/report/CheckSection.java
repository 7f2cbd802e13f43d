package org.densesteer.evaluation.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.densesteer.common.Texts;
import org.densesteer.evaluation.results.CellSummary;
import org.densesteer.evaluation.results.Measure;
import org.densesteer.evaluation.results.SweepResults;

/** The chosen cell beside the baseline and the placebos. */
final class CheckSection {

  private CheckSection() {}

  static List<ReportBlock> of(ReportSource source) {
    SweepResults results = source.results();
    if (results.check().isEmpty()) {
      return List.of();
    }
    List<String> header = new ArrayList<>(List.of("arm"));
    List<Measure> measures = source.measures();
    measures.stream().map(Measure::title).forEach(header::add);
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < results.check().size(); i++) {
      CellSummary cell = results.check().get(i);
      int arm = i;
      rows.add(row(cell.arm().name(), measures, measure -> mean(cell, measure)));
      if (!cell.comparisons().isEmpty()) {
        rows.add(row("… difference", measures, measure -> Figures.difference(cell, measure)));
        rows.add(row("… p", measures, measure -> Figures.pValue(cell, measure)));
        rows.add(
            row(
                "… p, corrected",
                measures,
                measure -> Figures.pValue(results.correctedCheck().get(measure)[arm])));
      }
    }
    return List.of(
        new ReportBlock.Heading(2, "The chosen cell and its placebos"),
        new ReportBlock.Paragraph(
            Texts.of(
                "On %d problems (%s). A placebo has the same layer, strength and push as the chosen cell, so an effect that it shows too is not the vector's. The interval and the first p value beside it are those of the one comparison; the second is corrected by Holm for the %d comparisons of this table, for each measure.",
                results.check().get(0).count(),
                source.plan().isSplit() ? "test part" : "the same on which the cell was chosen",
                results.checkComparisons())),
        new ReportBlock.Table(header, rows));
  }

  private static String mean(CellSummary cell, Measure measure) {
    return measure == Measure.ACCURACY
        ? Figures.accuracy(cell)
        : measure.format(cell.mean(measure));
  }

  private static List<String> row(
      String name, List<Measure> measures, Function<Measure, String> field) {
    List<String> fields = new ArrayList<>(List.of(name));
    measures.stream().map(field).forEach(fields::add);
    return fields;
  }
}
