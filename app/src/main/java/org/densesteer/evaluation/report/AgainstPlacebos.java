package org.densesteer.evaluation.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.densesteer.evaluation.placebo.PlaceboKind;
import org.densesteer.evaluation.results.CellSummary;
import org.densesteer.evaluation.results.Measure;
import org.densesteer.evaluation.results.SweepResults;
import org.densesteer.evaluation.statistics.PairedComparison;
import org.densesteer.evaluation.statistics.PlaceboRank;
import org.densesteer.evaluation.statistics.PlainWords;
import org.jspecify.annotations.Nullable;

/** Where the chosen cell's effect stands among those of its placebos. */
public final class AgainstPlacebos {

  private static final double ALPHA = 0.05;

  private AgainstPlacebos() {}

  /**
   * The rank among placebos of one kind that are drawn by lot.
   *
   * @return empty without such placebos, or where the cell has no effect to compare
   */
  public static Optional<PlaceboRank> rank(
      SweepResults results, PlaceboKind kind, Measure measure) {
    double[] effects =
        results.check().stream()
            .filter(cell -> cell.arm().name().startsWith(kind.word() + "-"))
            .mapToDouble(cell -> effect(cell, measure))
            .toArray();
    double effect = chosen(results).map(cell -> effect(cell, measure)).orElse(Double.NaN);
    return effects.length > 0 && Double.isFinite(effect) && effect != 0
        ? Optional.of(PlaceboRank.of(effect, effects))
        : Optional.empty();
  }

  /** What the ranks say, a sentence for each kind. */
  public static List<String> sentences(SweepResults results, Measure measure) {
    return drawn()
        .flatMap(
            kind ->
                rank(results, kind, measure).stream()
                    .map(rank -> title(kind) + ": " + PlainWords.about(rank, measure.unit())))
        .toList();
  }

  private static String title(PlaceboKind kind) {
    return kind.word().substring(0, 1).toUpperCase(Locale.ROOT) + kind.word().substring(1);
  }

  /** The same in a few words; empty where there is nothing to say. */
  public static String verdict(SweepResults results, Measure measure) {
    List<PlaceboRank> ranks =
        drawn().flatMap(kind -> rank(results, kind, measure).stream()).toList();
    if (ranks.isEmpty()) {
      return "";
    }
    if (ranks.stream().anyMatch(rank -> rank.asLarge() > 0)) {
      return "Within what placebos do";
    }
    return ranks.stream().anyMatch(rank -> rank.pValue() <= ALPHA)
        ? "More than its placebos"
        : "More than its placebos, which are too few to be sure of it";
  }

  /** The chosen cell where it is checked. */
  public static Optional<CellSummary> chosen(SweepResults results) {
    return results.check().stream()
        .filter(cell -> results.chosen().filter(cell.arm()::equals).isPresent())
        .findFirst();
  }

  private static Stream<PlaceboKind> drawn() {
    return Stream.of(PlaceboKind.values()).filter(PlaceboKind::drawn);
  }

  private static double effect(CellSummary cell, Measure measure) {
    @Nullable PairedComparison comparison = cell.comparisons().get(measure);
    return comparison == null ? Double.NaN : comparison.difference();
  }
}
