package org.densesteer.ui.steering;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.densesteer.common.Texts;
import org.densesteer.evaluation.strip.Strip;
import org.densesteer.evaluation.strip.StripAnswer;
import org.densesteer.evaluation.strip.StripCell;
import org.densesteer.evaluation.strip.StripRow;
import org.densesteer.evaluation.strip.Verdict;

/** What is said of a bar of a strip. */
final class StripBarWords {

  private StripBarWords() {}

  static String of(Strip strip, StripRow row) {
    StripCell cell = row.cell();
    StripAnswer answer = row.answers().get(0);
    List<String> lines = new ArrayList<>();
    if (cell != null) {
      lines.add(
          Texts.of(
              "layer %d, λ %+.3g, push %.0f %%", cell.layer(), cell.strength(), 100 * cell.push()));
    }
    for (StripChoice choice : StripChoice.values()) {
      if (Double.isNaN(row.mean(choice.figure()))) {
        continue;
      }
      lines.add(
          Texts.of(
              "%s " + choice.format() + "%s",
              choice.words(),
              row.mean(choice.figure()),
              verdict(strip, row, choice)));
    }
    lines.add(state(answer));
    return lines.stream().collect(Collectors.joining("\n"));
  }

  private static String verdict(Strip strip, StripRow row, StripChoice choice) {
    return strip
        .verdict(row, choice.figure())
        .map(
            verdict ->
                verdict == Verdict.BEYOND
                    ? ", beyond what a random push does"
                    : ", within what a random push does")
        .orElse("");
  }

  /** How the answer ended, and whether it is right. */
  static String state(StripAnswer answer) {
    if (answer.degenerate()) {
      return "repeats itself or is empty: no answer";
    }
    String given = answer.given() == null ? "no answer found" : "answer " + answer.given();
    String judged = answer.correct() == null ? "" : answer.correct() ? ", right" : ", wrong";
    return given + judged + (answer.whole() ? "" : ", cut");
  }
}
