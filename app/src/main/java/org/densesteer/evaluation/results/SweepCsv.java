package org.densesteer.evaluation.results;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.densesteer.common.Texts;
import org.densesteer.evaluation.plan.StrengthRange;
import org.densesteer.evaluation.statistics.Interval;
import org.densesteer.evaluation.statistics.PairedComparison;
import org.jspecify.annotations.Nullable;

/**
 * Summaries as comma-separated values: the same bytes for the same answers, on every machine.
 * Shares are fractions of 1; differences are against the baseline; {@code _p_holm} is corrected
 * over all lines of the file. An empty field is a figure that nothing is known of.
 */
final class SweepCsv {

  /** What earlier versions wrote, in their order; what came later stands behind it. */
  private static final List<Measure> FIRST =
      Arrays.stream(Measure.values()).filter(m -> m != Measure.BENCHMARK_ACCURACY).toList();

  private static final List<String> DIFFERENCES = List.of("diff", "diff_low", "diff_high", "p");

  private SweepCsv() {}

  /** One line for each cell of the grid, headed by {@code layer,strength}. */
  static String cells(SweepResults results) {
    return document(results.cells(), results.correctedCells());
  }

  /** One line for each arm of the check. */
  static String check(SweepResults results) {
    return document(results.check(), results.correctedCheck());
  }

  private static String document(List<CellSummary> summaries, Map<Measure, double[]> corrected) {
    StringBuilder text = new StringBuilder(String.join(",", header())).append('\n');
    for (int i = 0; i < summaries.size(); i++) {
      text.append(String.join(",", line(summaries.get(i), corrected, i))).append('\n');
    }
    return text.toString();
  }

  private static List<String> header() {
    List<String> names =
        new ArrayList<>(
            List.of("layer", "strength", "arm", "part", "n", "accuracy", "accuracy_low"));
    names.add("accuracy_high");
    for (Measure measure : FIRST) {
      if (measure != Measure.ACCURACY) {
        names.add(measure.key());
      }
    }
    names.add("truncated_share");
    FIRST.forEach(measure -> differences(measure, names));
    names.add(Measure.BENCHMARK_ACCURACY.key());
    differences(Measure.BENCHMARK_ACCURACY, names);
    return names;
  }

  private static void differences(Measure measure, List<String> names) {
    DIFFERENCES.forEach(d -> names.add(measure.key() + "_" + d));
    names.add(measure.key() + "_p_holm");
  }

  private static List<String> line(CellSummary cell, Map<Measure, double[]> corrected, int index) {
    List<String> fields = new ArrayList<>();
    fields.add(cell.layer() < 0 ? "" : Integer.toString(cell.layer()));
    fields.add(StrengthRange.text(cell.strength()));
    fields.add(cell.arm().name());
    fields.add(cell.part().word());
    fields.add(Integer.toString(cell.count()));
    fields.add(figure(cell.mean(Measure.ACCURACY)));
    fields.add(figure(cell.accuracyInterval().low()));
    fields.add(figure(cell.accuracyInterval().high()));
    for (Measure measure : FIRST) {
      if (measure != Measure.ACCURACY) {
        fields.add(figure(cell.mean(measure)));
      }
    }
    fields.add(figure(cell.truncatedShare()));
    for (Measure measure : FIRST) {
      fields.addAll(difference(cell.comparisons().get(measure)));
      fields.add(figure(corrected.get(measure)[index]));
    }
    fields.add(figure(cell.mean(Measure.BENCHMARK_ACCURACY)));
    fields.addAll(difference(cell.comparisons().get(Measure.BENCHMARK_ACCURACY)));
    fields.add(figure(corrected.get(Measure.BENCHMARK_ACCURACY)[index]));
    return fields;
  }

  private static List<String> difference(@Nullable PairedComparison comparison) {
    if (comparison == null) {
      String nothing = figure(0);
      return List.of(nothing, nothing, nothing, "");
    }
    Interval interval = comparison.interval();
    return DoubleStream.of(
            comparison.difference(), interval.low(), interval.high(), comparison.pValue())
        .mapToObj(SweepCsv::figure)
        .toList();
  }

  /** Six decimals; written the same by every Java version. */
  private static String figure(double value) {
    if (!Double.isFinite(value)) {
      return "";
    }
    String text = Texts.of("%.6f", value);
    return text.equals("-0.000000") ? "0.000000" : text;
  }
}
