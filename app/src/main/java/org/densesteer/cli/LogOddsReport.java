package org.densesteer.cli;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.stream.Collectors;
import org.densesteer.common.Texts;
import org.densesteer.evaluation.strip.LogOdds;
import org.densesteer.evaluation.strip.LogOddsRow;
import org.densesteer.evaluation.strip.StripCell;
import org.densesteer.evaluation.strip.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * What {@code logodds} prints, in nats.
 *
 * @param first the first continuation
 * @param second the second
 * @param baseline unsteered
 * @param rows the vector at every strength
 * @param floor random directions of equal push at every strength
 */
record LogOddsReport(Text first, Text second, Row baseline, List<Row> rows, List<Row> floor) {

  /** A continuation in the model's tokens. */
  record Text(String text, int[] tokenIds) {}

  /**
   * One place.
   *
   * @param arm {@code random:SEED} in the floor, else null
   * @param logOdds ln p of the first − ln p of the second
   * @param first ln p of the first as a whole
   * @param second ln p of the second
   * @param floor {@code within} or {@code beyond} what the random directions do; null without them
   */
  @JsonInclude(NON_NULL)
  record Row(
      @Nullable String arm,
      @Nullable Integer layer,
      @Nullable Double strength,
      @Nullable Double push,
      double logOdds,
      @JsonProperty("log_p_first") double first,
      @JsonProperty("log_p_second") double second,
      @Nullable String floor) {}

  static LogOddsReport of(LogOdds.Choice choice, String first, String second, LogOdds odds) {
    return new LogOddsReport(
        new Text(first, choice.first()),
        new Text(second, choice.second()),
        row(odds, odds.baseline()),
        odds.rows().stream().map(row -> row(odds, row)).toList(),
        odds.floor().stream().map(row -> row(odds, row)).toList());
  }

  private static Row row(LogOdds odds, LogOddsRow row) {
    StripCell cell = row.cell();
    return new Row(
        row.seed() == null ? null : row.arm(),
        cell == null ? null : cell.layer(),
        cell == null ? null : cell.strength(),
        cell == null ? null : cell.push(),
        row.logOdds(),
        row.first(),
        row.second(),
        row.seed() == null ? odds.verdict(row).map(Verdict::word).orElse(null) : null);
  }

  /** A line for each strength, with the range of its random directions. */
  String readable(List<Long> seeds) {
    String seedWords =
        seeds.isEmpty()
            ? ""
            : Texts.of(
                "%nrandom directions of equal push: seeds %s",
                seeds.stream().map(Object::toString).collect(Collectors.joining(", ")));
    return Texts.of(
            "ln p(%s) − ln p(%s) in nats%n%-10s %8s %10s%n",
            first.text, second.text, "λ", "push", "")
        + Texts.of("%-10s %8s %+10.4f", "unsteered", "", baseline.logOdds)
        + rows.stream().map(this::line).collect(Collectors.joining())
        + seedWords;
  }

  private String line(Row row) {
    List<Double> random =
        floor.stream()
            .filter(each -> each.strength != null && each.strength.equals(row.strength))
            .map(Row::logOdds)
            .sorted()
            .toList();
    String range =
        random.isEmpty()
            ? ""
            : Texts.of(
                "  %s random directions (%+.4f to %+.4f)",
                row.floor, random.get(0), random.get(random.size() - 1));
    return Texts.of(
        "%n%-+10.4g %6.0f %% %+10.4f%s",
        row.strength, row.push == null ? 0 : 100 * row.push, row.logOdds, range);
  }
}
