package org.densesteer.evaluation.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.densesteer.evaluation.results.CellSummary;
import org.densesteer.evaluation.results.Measure;
import org.densesteer.evaluation.results.ReasoningSummary;
import org.densesteer.evaluation.results.SweepResults;
import org.jspecify.annotations.Nullable;

/** What the answers' reasoning blocks were like, told apart from what follows them. */
final class ReasoningSection {

  private ReasoningSection() {}

  static List<ReportBlock> of(ReportSource source) {
    List<List<String>> rows =
        arms(source.results()).map(ReasoningSection::row).filter(row -> !row.isEmpty()).toList();
    if (rows.isEmpty()) {
      return List.of();
    }
    return List.of(
        new ReportBlock.Heading(2, "Reasoning blocks"),
        new ReportBlock.Paragraph(
            "What stands between <think> and </think> is reasoning, not the answer; a block that was cut off has no answer. Steps, tokens, density and NLL elsewhere in this report are those of the whole text, block included. Here they are told apart, as means over the answers with a block."),
        new ReportBlock.Table(
            List.of(
                "arm",
                "with a block",
                "cut in the block",
                "block: steps",
                "tokens",
                "NLL with prompt",
                "after it: steps",
                "tokens",
                "density",
                "NLL with prompt"),
            rows));
  }

  private static Stream<CellSummary> arms(SweepResults results) {
    return results.check().isEmpty()
        ? Stream.concat(
            Stream.of(results.gridBaseline()),
            results.cells().stream()
                .filter(cell -> results.chosen().filter(cell.arm()::equals).isPresent()))
        : results.check().stream();
  }

  /** Empty where the arm wrote no block. */
  private static List<String> row(CellSummary cell) {
    @Nullable ReasoningSummary reasoning = cell.reasoning();
    if (reasoning == null) {
      return List.of();
    }
    List<String> fields = new ArrayList<>(List.of(cell.arm().name()));
    fields.add(Measure.DEGENERATE_SHARE.format(reasoning.share()));
    fields.add(Measure.DEGENERATE_SHARE.format(reasoning.cutShare()));
    fields.add(figure(reasoning.blockSteps(), 1));
    fields.add(figure(reasoning.blockTokens(), 1));
    fields.add(figure(reasoning.blockNll(), 3));
    fields.add(figure(reasoning.answerSteps(), 1));
    fields.add(figure(reasoning.answerTokens(), 1));
    fields.add(figure(reasoning.answerDensity(), 2));
    fields.add(figure(reasoning.answerNll(), 3));
    return fields;
  }

  private static String figure(double value, int decimals) {
    return Double.isNaN(value)
        ? Figures.NOTHING
        : String.format(Locale.ROOT, "%." + decimals + "f", value);
  }
}
