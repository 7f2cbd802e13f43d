package org.densesteer.evaluation.statistics;

import java.util.Locale;
import org.densesteer.common.Texts;

/** What a comparison means, in sentences for people who do not live on p values. */
public final class PlainWords {

  private static final double ALPHA = 0.05;
  private static final double POWER = 0.8;

  private PlainWords() {}

  /**
   * What can be said about one measure.
   *
   * @param comparison the arm against the baseline
   * @param corrected p value after correction for all comparisons made
   * @param comparisons how many were made
   * @param unit how the measure is said
   */
  public static String about(
      PairedComparison comparison, double corrected, int comparisons, Unit unit) {
    if (comparison.count() < 2) {
      return Texts.of(
          "Nothing can be said about %s with %s.", unit.name(), problems(comparison.count()));
    }
    if (!comparison.interval().known()) {
      return alike(comparison, corrected, comparisons, unit);
    }
    if (corrected < ALPHA) {
      return seen(comparison, corrected, comparisons, unit);
    }
    return comparison.interval().contains(0)
        ? notSeen(comparison, unit)
        : doubtful(comparison, corrected, comparisons, unit);
  }

  /** Every problem changed by the same amount. */
  private static String alike(
      PairedComparison comparison, double corrected, int comparisons, Unit unit) {
    String problems = "each of " + problems(comparison.count());
    return unit.isZero(comparison.difference())
        ? Texts.of(
            "%s %s the same on %s.", capital(unit.name()), unit.plural() ? "are" : "is", problems)
        : Texts.of(
            "%s %s by %s on %s alike; p %s%s. Differences without spread give no interval.",
            capital(unit.name()),
            verb(comparison, unit),
            unit.withUnit(Math.abs(comparison.difference())),
            problems,
            pValue(corrected),
            correction(comparisons));
  }

  /** Where an effect stands among placebos. */
  public static String about(PlaceboRank placebo, Unit unit) {
    int draws = placebo.placebos().length;
    String sentence =
        placebo.asLarge() == 0
            ? Texts.of(
                "The effect on %s (%s) is larger than that of %s",
                unit.name(), unit.signed(placebo.effect()), everyPlacebo(draws))
            : Texts.of(
                "%d of %d placebos changed %s at least as much as the vector did (%s)",
                placebo.asLarge(), draws, unit.name(), unit.signed(placebo.effect()));
    String chance = Texts.of(" (p %s", pValue(placebo.pValue()));
    return placebo.asLarge() == 0 && placebo.smallestPossible() > ALPHA
        ? sentence + chance + ", the least that this few placebos can show)."
        : sentence + chance + ").";
  }

  /** A p value as it is written after the letter p: {@code = 0.03}. */
  public static String pValue(double p) {
    if (Double.isNaN(p)) {
      return "unknown";
    }
    return p < 0.001 ? "< 0.001" : Texts.of(p < 0.1 ? "= %.3f" : "= %.2f", p);
  }

  /** The interval leaves 0 out, but the corrected test does not bear it out. */
  private static String doubtful(
      PairedComparison comparison, double corrected, int comparisons, Unit unit) {
    return Texts.of(
        "Whether %s really %s cannot be told with %s: by %s (%s), but p %s%s.",
        unit.name(),
        verb(comparison, unit),
        problems(comparison.count()),
        unit.withUnit(Math.abs(comparison.difference())),
        interval(comparison.interval(), unit),
        pValue(corrected),
        correction(comparisons));
  }

  private static String verb(PairedComparison comparison, Unit unit) {
    String verb = comparison.difference() < 0 ? "fall" : "rise";
    return unit.plural() ? verb : verb + "s";
  }

  private static String correction(int comparisons) {
    return comparisons > 1 ? " after correction for " + comparisons + " comparisons" : "";
  }

  private static String seen(
      PairedComparison comparison, double corrected, int comparisons, Unit unit) {
    return Texts.of(
        "%s %s by %s (%s) with %s; p %s%s%s.",
        capital(unit.name()),
        verb(comparison, unit),
        unit.withUnit(Math.abs(comparison.difference())),
        interval(comparison.interval(), unit),
        problems(comparison.count()),
        pValue(corrected),
        correction(comparisons),
        comparison.interval().contains(0)
            ? ", though the interval of the mean includes 0: few large differences weigh against many small ones"
            : "");
  }

  private static String notSeen(PairedComparison comparison, Unit unit) {
    String found =
        Texts.of(
            "No difference in %s can be seen with %s (%s, %s)",
            unit.name(),
            problems(comparison.count()),
            unit.signed(comparison.difference()),
            interval(comparison.interval(), unit));
    long needed = needed(comparison, unit);
    String target = unit.roundWithUnit(unit.worthSeeing());
    return needed > comparison.count()
        ? Texts.of("%s; about %s would be needed to see %s.", found, rounded(needed), target)
        : Texts.of(
            "%s, though %s are enough to see %s four times in five.",
            found, problems(comparison.count()), target);
  }

  private static long needed(PairedComparison comparison, Unit unit) {
    if (comparison.test() == PairedComparison.Test.WILCOXON) {
      return SampleSize.forMeans(unit.worthSeeing(), comparison.spread(), ALPHA, POWER);
    }
    // One discordant and one concordant problem more: a share of exactly 0 would promise too much.
    double discordant = comparison.spread() * comparison.count();
    double share = (discordant + 1) / (comparison.count() + 2);
    return SampleSize.forProportions(unit.worthSeeing(), share, ALPHA, POWER);
  }

  private static String interval(Interval interval, Unit unit) {
    return Texts.of(
        "%.0f %% interval %s to %s",
        100 * interval.level(), unit.signed(interval.low()), unit.signed(interval.high()));
  }

  private static String everyPlacebo(int draws) {
    return draws == 1 ? "the one placebo" : "each of " + draws + " placebos";
  }

  private static String problems(int count) {
    return count == 1 ? "1 problem" : Texts.of("%,d problems", count);
  }

  /** Two significant digits, thousands set apart. */
  private static String rounded(long count) {
    long step = 1;
    while (count / step >= 100) {
      step *= 10;
    }
    return Texts.of("%,d", (count + step - 1) / step * step);
  }

  private static String capital(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}
