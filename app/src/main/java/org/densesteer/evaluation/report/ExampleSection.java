package org.densesteer.evaluation.report;

import java.util.ArrayList;
import java.util.List;
import org.densesteer.common.Texts;
import org.densesteer.evaluation.results.SweepAnswer;
import org.jspecify.annotations.Nullable;

/** Answers to read. */
final class ExampleSection {

  private ExampleSection() {}

  static List<ReportBlock> of(ReportSource source) {
    if (source.results().chosen().isEmpty()) {
      return List.of();
    }
    List<ReportBlock> blocks = new ArrayList<>();
    blocks.add(new ReportBlock.Heading(2, "Examples"));
    blocks.add(
        new ReportBlock.Paragraph(
            Texts.of(
                "Picked by rule from the %d problems reported on: where steering helped most, where it hurt most (correctness first, then density), and two drawn by the seed.",
                source.reportedProblems().size())));
    for (ExamplePicker.Example example :
        ExamplePicker.pick(
            source.reportedProblems(),
            source.content().answers(),
            source.results().chosen().get(),
            source.plan().seed())) {
      blocks.add(new ReportBlock.Heading(3, example.why() + ": problem " + example.problem().id()));
      blocks.add(new ReportBlock.Verbatim(example.problem().question()));
      blocks.add(new ReportBlock.Paragraph("Right answer: " + example.problem().rightAnswers()));
      answer(blocks, "Baseline", example.baseline());
      answer(blocks, "Steered", example.steered());
    }
    return blocks;
  }

  private static void answer(List<ReportBlock> blocks, String arm, SweepAnswer answer) {
    blocks.add(
        new ReportBlock.Paragraph(
            Texts.of(
                "%s: %s, %d steps, %d tokens, density %.1f%s",
                arm,
                verdict(answer),
                answer.steps(),
                answer.tokens(),
                answer.density(),
                ending(answer))));
    blocks.add(new ReportBlock.Verbatim(answer.text()));
  }

  private static String verdict(SweepAnswer answer) {
    String verdict = answer.correct() ? "✓ right" : "✗ wrong";
    @Nullable Boolean byBenchmark = answer.correctByBenchmark();
    return byBenchmark == null || byBenchmark == answer.correct()
        ? verdict
        : verdict + " (" + (byBenchmark ? "right" : "wrong") + " by the benchmark's rule)";
  }

  private static String ending(SweepAnswer answer) {
    if (answer.repetition()) {
      return ", stopped in endless repetition";
    }
    return answer.truncated() ? ", cut off at the longest length" : "";
  }
}
