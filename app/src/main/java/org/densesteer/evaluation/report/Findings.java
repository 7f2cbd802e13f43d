package org.densesteer.evaluation.report;

import java.util.ArrayList;
import java.util.List;
import org.densesteer.common.Texts;
import org.densesteer.evaluation.placebo.PlaceboKind;
import org.densesteer.evaluation.plan.ChoiceRule;
import org.densesteer.evaluation.plan.SweepPlan;
import org.densesteer.evaluation.results.CellSummary;
import org.densesteer.evaluation.results.Measure;
import org.densesteer.evaluation.statistics.PlainWords;

/** What was found, in sentences. */
final class Findings {

  private static final List<Measure> AGAINST_PLACEBOS =
      List.of(Measure.ACCURACY, Measure.DENSITY, Measure.STEPS, Measure.NLL_WITH_PROMPT);

  private final ReportSource source;

  private Findings(ReportSource source) {
    this.source = source;
  }

  static List<ReportBlock> of(ReportSource source) {
    return new Findings(source).blocks();
  }

  private List<ReportBlock> blocks() {
    List<ReportBlock> blocks = new ArrayList<>();
    blocks.add(new ReportBlock.Heading(2, "What was found"));
    if (source.reported().isEmpty()) {
      blocks.add(new ReportBlock.Paragraph(nothingChosen()));
      return blocks;
    }
    ReportSource.Reported reported = source.reported().get();
    blocks.add(new ReportBlock.Paragraph(choice(reported.summary())));
    blocks.add(new ReportBlock.Bullets(measures(reported)));
    blocks.addAll(against(PlaceboKind.RANDOM, "Against random directions of equal norm:"));
    blocks.addAll(
        against(
            PlaceboKind.SHUFFLED,
            "Against the same pairs with half of their labels exchanged, at equal norm:"));
    return blocks;
  }

  private String nothingChosen() {
    return source.plan().choice() == ChoiceRule.DENSITY
        ? "No cell was fit to be chosen: each was degenerate or lost more than 5 points of accuracy."
        : "No cell was fit to be chosen: the answers of each were degenerate.";
  }

  private String choice(CellSummary chosen) {
    SweepPlan plan = source.plan();
    String rule = plan.choice() == ChoiceRule.ACCURACY ? "accuracy" : "density";
    String cell = "Layer " + chosen.arm().describe().substring("layer ".length());
    int tuned = source.results().gridBaseline().count();
    return plan.isSplit()
        ? Texts.of(
            "%s was chosen by %s on the tuning part (%d problems) and is reported on the test part (%d problems), which played no part in the choice.",
            cell, rule, tuned, chosen.count())
        : Texts.of(
            "%s was chosen by %s and is reported on the same %d problems: the best of %d cells looks better than it is. Split the problems to see what remains.",
            cell, rule, tuned, source.results().gridComparisons());
  }

  private List<String> measures(ReportSource.Reported reported) {
    List<String> sentences = new ArrayList<>();
    for (Measure measure : source.measures()) {
      sentences.add(
          PlainWords.about(
              reported.summary().comparisons().get(measure),
              reported.corrected().get(measure),
              reported.comparisons(),
              measure.unit()));
    }
    if (conventionsDisagree(reported.summary())) {
      sentences.add(
          "The two NLL conventions point in opposite directions here; neither alone tells whether the answers became more likely.");
    }
    return sentences;
  }

  private static boolean conventionsDisagree(CellSummary summary) {
    double withPrompt = summary.comparisons().get(Measure.NLL_WITH_PROMPT).difference();
    double alone = summary.comparisons().get(Measure.NLL_RESPONSE_ONLY).difference();
    return withPrompt * alone < 0;
  }

  private List<ReportBlock> against(PlaceboKind kind, String title) {
    List<String> sentences =
        AGAINST_PLACEBOS.stream()
            .flatMap(
                measure ->
                    AgainstPlacebos.rank(source.results(), kind, measure).stream()
                        .map(rank -> PlainWords.about(rank, measure.unit())))
            .toList();
    return sentences.isEmpty()
        ? List.of()
        : List.of(new ReportBlock.Paragraph(title), new ReportBlock.Bullets(sentences));
  }
}
