package org.densesteer.evaluation.report;

import org.densesteer.common.Texts;
import org.densesteer.evaluation.results.CellSummary;
import org.densesteer.evaluation.results.Measure;
import org.densesteer.evaluation.statistics.Interval;
import org.densesteer.evaluation.statistics.PairedComparison;
import org.densesteer.evaluation.statistics.PlainWords;
import org.jspecify.annotations.Nullable;

/** Figures as they stand in tables. */
final class Figures {

  static final String NOTHING = "–";

  private Figures() {}

  /** {@code 84.0 %; +2.0 against the baseline [−1.0, +5.0], p = 0.30}. */
  static String meanAndDifference(CellSummary summary, Measure measure, double corrected) {
    String mean = measure.format(summary.mean(measure));
    String difference = difference(summary, measure);
    return difference.equals(NOTHING)
        ? mean + "; the baseline itself"
        : Texts.of(
            "%s; %s against the baseline, p %s", mean, difference, PlainWords.pValue(corrected));
  }

  /**
   * {@code +2.0 [−1.0, +5.0]}; without an interval where every problem changed alike, and a dash
   * where the arm is the baseline.
   */
  static String difference(CellSummary summary, Measure measure) {
    @Nullable PairedComparison comparison = summary.comparisons().get(measure);
    if (comparison == null || Double.isNaN(comparison.difference())) {
      return NOTHING;
    }
    String difference = measure.unit().signed(comparison.difference());
    Interval interval = comparison.interval();
    return interval.known()
        ? Texts.of(
            "%s [%s, %s]",
            difference,
            measure.unit().signed(interval.low()),
            measure.unit().signed(interval.high()))
        : difference + (comparison.count() > 1 ? " on every problem" : "");
  }

  /** The p value of a difference, not corrected; a dash where there is none. */
  static String pValue(CellSummary summary, Measure measure) {
    @Nullable PairedComparison comparison = summary.comparisons().get(measure);
    return pValue(comparison == null ? Double.NaN : comparison.pValue());
  }

  /** {@code 84.0 % [78.1, 88.6]}. */
  static String accuracy(CellSummary summary) {
    String accuracy = Measure.ACCURACY.format(summary.mean(Measure.ACCURACY));
    Interval interval = summary.accuracyInterval();
    return interval.known()
        ? Texts.of("%s [%.1f, %.1f]", accuracy, 100 * interval.low(), 100 * interval.high())
        : accuracy;
  }

  /** A p value without its letter; a dash where there is none. */
  static String pValue(double p) {
    return Double.isNaN(p) ? NOTHING : PlainWords.pValue(p).replace("= ", "");
  }
}
