package org.densesteer.ui.sweep;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.densesteer.common.Texts;
import org.densesteer.evaluation.plan.SweepArm;
import org.densesteer.evaluation.results.Measure;
import org.densesteer.evaluation.results.SweepResults;
import org.densesteer.evaluation.statistics.Bootstrap;
import org.densesteer.evaluation.statistics.Interval;
import org.densesteer.evaluation.statistics.PairedComparison;
import org.densesteer.evaluation.statistics.PlainWords;

/** Sentences about cells. */
final class CellWords {

  private CellWords() {}

  /** A cell's mean and its difference to the baseline, with its interval, so far. */
  static String about(SweepRun run, SweepArm arm, Measure measure) {
    int answered = run.answered(arm);
    String head = capital(arm.describe()) + " · " + answered + " of " + run.problems().size();
    if (answered == 0) {
      return head + " problems answered";
    }
    String mean =
        measure.title() + " " + measure.format(run.answers().mean(arm, measure, run.problems()));
    if (arm.isBaseline()) {
      return head + " problems\n" + mean + ", the baseline itself";
    }
    Bootstrap bootstrap = Bootstrap.seeded(run.plan().seed());
    PairedComparison comparison = run.answers().compare(arm, measure, run.problems(), bootstrap);
    return head + " problems\n" + mean + difference(comparison, measure);
  }

  private static String difference(PairedComparison comparison, Measure measure) {
    if (Double.isNaN(comparison.difference())) {
      return "";
    }
    Interval interval = comparison.interval();
    String noun = measure.unit().noun();
    String difference =
        "\n"
            + measure.unit().signed(comparison.difference())
            + (noun.isEmpty() ? "" : " " + noun)
            + " against the baseline";
    return interval.known()
        ? Texts.of(
            "%s, 95 %% interval %s to %s",
            difference,
            measure.unit().signed(interval.low()),
            measure.unit().signed(interval.high()))
        : difference + (comparison.count() > 1 ? " on every problem" : "");
  }

  /** What a finished sweep chose, and what that did where it is reported. */
  static String outcome(SweepResults results) {
    Optional<SweepArm> chosen = results.chosen();
    if (chosen.isEmpty()) {
      return "No cell is fit to be chosen: all are degenerate, or lose too much accuracy. Sweep"
          + " smaller strengths, or look at the map and choose a cell yourself.";
    }
    String head = "Chosen: " + chosen.get().describe() + ".";
    if (nothingMoved(results)) {
      return "No cell differs from the baseline in density, tokens or accuracy: the strengths are"
          + " too small to show anything. Sweep stronger ones.";
    }
    for (int i = 0; i < results.check().size(); i++) {
      if (results.check().get(i).arm().equals(chosen.get())) {
        return head
            + " On the problems for reporting: "
            + said(results, i, Measure.DENSITY)
            + " "
            + said(results, i, Measure.ACCURACY);
      }
    }
    return head + " It was chosen on the very problems that it is shown on.";
  }

  private static boolean nothingMoved(SweepResults results) {
    return Stream.of(Measure.DENSITY, Measure.TOKENS, Measure.ACCURACY)
        .allMatch(
            measure ->
                results.cells().stream()
                    .allMatch(
                        cell ->
                            Double.compare(cell.mean(measure), results.gridBaseline().mean(measure))
                                == 0));
  }

  private static String said(SweepResults results, int index, Measure measure) {
    return PlainWords.about(
        Objects.requireNonNull(results.check().get(index).comparisons().get(measure)),
        results.correctedCheck().get(measure)[index],
        results.checkComparisons(),
        measure.unit());
  }

  private static String capital(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
