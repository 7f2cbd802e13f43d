package org.densesteer.evaluation.report;

import java.util.List;
import org.densesteer.common.ShellCommand;
import org.densesteer.common.Texts;
import org.densesteer.evaluation.results.Measure;
import org.densesteer.evaluation.statistics.Bootstrap;

/** How the figures are defined, and how to compute them again. */
final class MethodSection {

  private MethodSection() {}

  private static String answers(ReportSource source) {
    if (!source.verdictsKnown()) {
      return "The answers were judged by an earlier version of this program: the last number, or the last box as text.";
    }
    String rule =
        "An answer is right when it is equal in value to the right one, however it is spelled; what stands in a reasoning block is no answer. The benchmarks' own rules (flexible-extract of lm-evaluation-harness for numbers, is_equiv of the MATH release for LaTeX) ";
    return rule
        + (source.measures().contains(Measure.BENCHMARK_ACCURACY)
            ? "give the accuracy told beside it."
            : "give the same accuracy in every line of this report.");
  }

  static List<ReportBlock> of(ReportSource source) {
    return List.of(
        new ReportBlock.Heading(2, "How to read the figures"),
        new ReportBlock.Bullets(
            List.of(
                "A step is a part between blank lines. Density is tokens per step, the tokens of each part encoded alone; formatting alone can move it.",
                "NLL is −ln p in nats under the unsteered model: with prompt, the prompt is context; response only, the response stands alone and its first token is left out. The two can disagree in direction.",
                answers(source),
                "A degenerate answer is endless repetition (stopped when a block of at most 128 tokens has come at least four times) or nothing at all. Cut off: the longest length was reached.",
                "Every comparison is paired by problem. Intervals hold 95 %. A difference of shares has Tango's score interval: every difference that is not rejected, and 0 unless McNemar's exact test rejects it. Other differences have "
                    + Bootstrap.DEFAULT_RESAMPLES
                    + " bootstrap resamples of problems (BCa, seeded), and no interval where every problem changed by the same amount, for equal differences show no spread. The interval of an accuracy alone is Wilson's.",
                "Shares are tested by McNemar's exact test, figures by Wilcoxon's signed-rank test, two-sided. Holm's correction is made for each measure over all comparisons shown together.",
                "The p value against placebos drawn by lot is (k + 1) / (n + 1), where k of n placebos had at least as large an effect.")),
        new ReportBlock.Heading(2, "How to reproduce"),
        new ReportBlock.Verbatim(ShellCommand.of(source.content().origin().command())),
        new ReportBlock.Paragraph(
            Texts.of(
                "The same model, vector, problems and settings give the same plan %s and the same tables; decoding is greedy.",
                source.plan().hash())));
  }
}
