package org.densesteer.evaluation.report;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.densesteer.common.Texts;
import org.densesteer.evaluation.plan.StrengthRange;
import org.densesteer.evaluation.results.CellSummary;
import org.densesteer.evaluation.results.Measure;
import org.densesteer.evaluation.results.StrengthBand;
import org.densesteer.evaluation.results.SweepResults;

/** The grid: heat maps, safe strengths, and every cell in figures. */
final class GridSection {

  private GridSection() {}

  static List<ReportBlock> of(ReportSource source) {
    SweepResults results = source.results();
    List<ReportBlock> blocks = new ArrayList<>();
    blocks.add(new ReportBlock.Heading(2, "Layers and strengths"));
    blocks.add(
        new ReportBlock.Paragraph(
            Texts.of(
                "Mean over %d problems. The colours are centred on the baseline: blue is below it, orange above; neither is better by itself. Strength 0 is the baseline. Hatched cells lie over the cliff (below) and have no say in the colours.",
                results.gridBaseline().count())));
    for (Measure measure : source.measures()) {
      blocks.add(new ReportBlock.Heading(3, measure.title()));
      blocks.add(new ReportBlock.Figure(HeatMap.of(measure, source.plan().grid(), results)));
    }
    blocks.add(new ReportBlock.Heading(3, "Safe strengths"));
    blocks.add(
        new ReportBlock.Paragraph(
            "Beyond the cliff the answers are no longer the model's: endless repetition or empty answers are at least 10 points more frequent than without steering, or NLL with prompt is at least 0.3 nats and half again above the baseline's."));
    blocks.add(bands(source));
    blocks.add(new ReportBlock.Heading(3, "Every cell"));
    blocks.add(
        new ReportBlock.Paragraph(
            Texts.of(
                "Differences to the baseline with 95 %% intervals and the p values that belong to them; beside those, p corrected by Holm for the %d comparisons of the grid.",
                results.gridComparisons())));
    blocks.add(cells(results));
    return blocks;
  }

  private static ReportBlock bands(ReportSource source) {
    List<List<String>> rows = new ArrayList<>();
    for (int layer : source.plan().grid().layers()) {
      StrengthBand band =
          StrengthBand.of(layer, source.results().gridBaseline(), source.results().cells());
      rows.add(
          List.of(
              Integer.toString(layer),
              StrengthRange.text(band.low()) + " to " + StrengthRange.text(band.high()),
              cliff(band.cliffBelow()),
              cliff(band.cliffAbove())));
    }
    return new ReportBlock.Table(
        List.of("layer", "safe strengths", "cliff below", "cliff above"), rows);
  }

  private static String cliff(OptionalDouble strength) {
    return strength.isPresent() ? StrengthRange.text(strength.getAsDouble()) : "not reached";
  }

  private static ReportBlock cells(SweepResults results) {
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < results.cells().size(); i++) {
      CellSummary cell = results.cells().get(i);
      rows.add(
          List.of(
              Integer.toString(cell.layer()),
              StrengthRange.text(cell.strength()),
              Figures.accuracy(cell),
              Figures.difference(cell, Measure.ACCURACY),
              Figures.pValue(cell, Measure.ACCURACY),
              Figures.pValue(results.correctedCells().get(Measure.ACCURACY)[i]),
              Figures.difference(cell, Measure.DENSITY),
              Figures.pValue(cell, Measure.DENSITY),
              Figures.pValue(results.correctedCells().get(Measure.DENSITY)[i]),
              Measure.DEGENERATE_SHARE.format(cell.mean(Measure.DEGENERATE_SHARE)),
              Measure.DEGENERATE_SHARE.format(cell.truncatedShare())));
    }
    return new ReportBlock.Table(
        List.of(
            "layer",
            "strength",
            "accuracy",
            "difference, points",
            "p",
            "p, corrected",
            "density difference",
            "p",
            "p, corrected",
            "degenerate",
            "cut off"),
        rows);
  }
}
