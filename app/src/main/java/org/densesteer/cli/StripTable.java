package org.densesteer.cli;

import java.util.List;
import java.util.stream.Collectors;
import org.densesteer.common.Texts;
import org.densesteer.evaluation.strip.Strip;
import org.densesteer.evaluation.strip.StripAnswer;
import org.densesteer.evaluation.strip.StripCell;
import org.densesteer.evaluation.strip.StripFigure;
import org.densesteer.evaluation.strip.StripRow;
import org.densesteer.evaluation.strip.Verdict;

/** A strip for a person: a line for each row, figures beyond the floor marked. */
final class StripTable {

  private StripTable() {}

  static String of(Strip strip, List<Long> seeds, boolean several) {
    StringBuilder text =
        new StringBuilder(
            Texts.of(
                "%-18s %10s %7s %8s %8s %9s %9s %9s %9s  %s%n",
                "",
                "λ",
                "push",
                "steps",
                "tokens",
                "density",
                "NLL",
                "NLL alone",
                "KL",
                several ? "right, whole" : "answer"));
    text.append(line(strip, strip.baseline(), "baseline", several));
    strip.rows().forEach(row -> text.append(line(strip, row, place(row), several)));
    strip.floor().forEach(row -> text.append(line(strip, row, place(row), several)));
    if (!seeds.isEmpty()) {
      text.append(
          Texts.of(
              "%n* beyond what every random direction of equal push does (seeds %s); without it, within.%n"
                  + "Of answers that do not stand, nothing is claimed.%n",
              seeds.stream().map(Object::toString).collect(Collectors.joining(", "))));
    }
    return text.toString();
  }

  private static String place(StripRow row) {
    StripCell cell = row.cell();
    String layer = cell == null ? "" : "layer " + cell.layer();
    return row.seed() == null ? layer : layer + " " + row.arm();
  }

  private static String line(Strip strip, StripRow row, String name, boolean several) {
    StripCell cell = row.cell();
    return Texts.of(
        "%-18s %10s %7s %8s %8s %9s %9s %9s %9s  %s%n",
        name,
        cell == null ? "" : Texts.of("%+.4g", cell.strength()),
        cell == null ? "" : Texts.of("%.0f %%", 100 * cell.push()),
        figure(strip, row, StripFigure.STEPS, several ? "%.2f" : "%.0f"),
        figure(strip, row, StripFigure.TOKENS, several ? "%.1f" : "%.0f"),
        figure(strip, row, StripFigure.DENSITY, "%.2f"),
        figure(strip, row, StripFigure.NLL_WITH_PROMPT, "%.3f"),
        figure(strip, row, StripFigure.NLL_RESPONSE_ONLY, "%.3f"),
        figure(strip, row, StripFigure.KL, "%.3f"),
        several ? shares(row) : answer(row.answers().get(0)));
  }

  private static String figure(Strip strip, StripRow row, StripFigure figure, String format) {
    double value = row.mean(figure);
    if (Double.isNaN(value)) {
      return "–";
    }
    boolean beyond =
        row.seed() == null && strip.verdict(row, figure).filter(Verdict.BEYOND::equals).isPresent();
    return Texts.of(format, value) + (beyond ? "*" : " ");
  }

  private static String answer(StripAnswer answer) {
    String given = answer.given() == null ? "none" : answer.given();
    if (answer.correct() != null) {
      given += answer.correct() ? " (right)" : " (wrong)";
    }
    return given + (answer.degenerate() ? ", repeats or is empty" : answer.whole() ? "" : ", cut");
  }

  private static String shares(StripRow row) {
    return Texts.of(
        "%.0f %%, %.0f %% whole",
        100 * row.share(answer -> Boolean.TRUE.equals(answer.correct())),
        100 * row.share(StripAnswer::whole));
  }
}
