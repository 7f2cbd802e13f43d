package org.densesteer.ui.choice;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.densesteer.common.Texts;
import org.densesteer.evaluation.strip.LogOdds;
import org.densesteer.evaluation.strip.LogOddsRow;
import org.densesteer.evaluation.strip.StripCell;
import org.densesteer.figure.Origin;

/**
 * What a test showed.
 *
 * @param odds in the order of their strengths
 * @param first one continuation, for a person
 * @param second the other one
 * @param made what it was made with
 */
record ChoiceResult(LogOdds odds, String first, String second, Origin made) {

  double[] strengths() {
    return cells().stream().mapToDouble(StripCell::strength).toArray();
  }

  private List<StripCell> cells() {
    return odds.rows().stream().map(LogOddsRow::cell).toList();
  }

  /** Log-odds at each strength. */
  double[] steered() {
    return odds.rows().stream().mapToDouble(LogOddsRow::logOdds).toArray();
  }

  /** Lowest log-odds of the random directions at each strength; the baseline's where λ is 0. */
  double[] lowest() {
    return cells().stream().mapToDouble(cell -> floor(cell).min().orElse(unsteered())).toArray();
  }

  /** The highest. */
  double[] highest() {
    return cells().stream().mapToDouble(cell -> floor(cell).max().orElse(unsteered())).toArray();
  }

  double unsteered() {
    return odds.baseline().logOdds();
  }

  private DoubleStream floor(StripCell cell) {
    return odds.floor().stream()
        .filter(row -> cell.equals(row.cell()))
        .mapToDouble(LogOddsRow::logOdds);
  }

  /** In one sentence what the strongest push does. */
  String sentence() {
    long beyond =
        odds.rows().stream()
            .filter(row -> odds.verdict(row).filter(v -> v.word().equals("beyond")).isPresent())
            .count();
    double low = Arrays.stream(steered()).min().orElse(0);
    double high = Arrays.stream(steered()).max().orElse(0);
    return Texts.of(
            "Unsteered %+.2f nats; %+.2f to %+.2f over these strengths. At %d of %d strengths the"
                + " change is beyond every random direction of equal push.",
            unsteered(), low, high, beyond, odds.rows().size() - 1)
        .replace('-', '−');
  }

  /** CSV (RFC 4180): one line for each arm and strength. */
  String csv() {
    String rows =
        Stream.concat(odds.rows().stream(), odds.floor().stream())
            .map(ChoiceResult::line)
            .collect(Collectors.joining());
    return "# "
        + made.description().replaceAll("\\s+", " ")
        + "\r\n# settings: "
        + made.settings()
        + "\r\narm,layer,strength,push,log_odds,log_p_first,log_p_second\r\n"
        + Texts.of(
            "baseline,,,,%.6f,%.6f,%.6f\r\n",
            unsteered(), odds.baseline().first(), odds.baseline().second())
        + rows;
  }

  private static String line(LogOddsRow row) {
    StripCell cell = row.cell();
    return cell == null
        ? ""
        : Texts.of(
            "%s,%d,%s,%.6f,%.6f,%.6f,%.6f\r\n",
            row.arm(),
            cell.layer(),
            Double.toString(cell.strength()),
            cell.push(),
            row.logOdds(),
            row.first(),
            row.second());
  }
}
