package org.densesteer.evaluation.results;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.densesteer.evaluation.plan.SweepArm;
import org.densesteer.evaluation.plan.SweepPart;
import org.densesteer.evaluation.problems.Problem;
import org.densesteer.evaluation.statistics.Bootstrap;
import org.densesteer.evaluation.statistics.Interval;
import org.densesteer.evaluation.statistics.PairedComparison;
import org.densesteer.evaluation.statistics.Wilson;
import org.jspecify.annotations.Nullable;

/**
 * What an arm did on one part of the problems.
 *
 * @param arm the arm
 * @param layer 0-based decoder block of the cell; −1 for the baseline's own line
 * @param strength λ of the cell; a cell of strength 0 has the baseline as its arm
 * @param part which problems
 * @param count how many of them it answered
 * @param means mean of every measure
 * @param accuracyInterval Wilson interval of the accuracy
 * @param truncatedShare share of answers that reached the longest length allowed
 * @param comparisons every measure against the baseline; empty where the arm is the baseline, or
 *     where only means were asked for
 * @param reasoning what its reasoning blocks were like; null when it wrote none
 */
public record CellSummary(
    SweepArm arm,
    int layer,
    double strength,
    SweepPart part,
    int count,
    Map<Measure, Double> means,
    Interval accuracyInterval,
    double truncatedShare,
    Map<Measure, PairedComparison> comparisons,
    @Nullable ReasoningSummary reasoning) {

  private static final double LEVEL = 0.95;

  /** Freezes the maps. */
  public CellSummary {
    means = Collections.unmodifiableMap(means);
    comparisons = Collections.unmodifiableMap(comparisons);
  }

  /** Mean of a measure; NaN when no answer has it. */
  public double mean(Measure measure) {
    return means.getOrDefault(measure, Double.NaN);
  }

  /**
   * Summarises an arm.
   *
   * @param bootstrap gives the intervals; null to leave the comparisons out
   */
  static CellSummary of(
      AnswerTable table,
      SweepArm arm,
      int layer,
      double strength,
      SweepPart part,
      List<Problem> problems,
      @Nullable Bootstrap bootstrap) {
    List<SweepAnswer> answers = table.of(arm, problems);
    Map<Measure, Double> means = new EnumMap<>(Measure.class);
    Map<Measure, PairedComparison> comparisons = new EnumMap<>(Measure.class);
    for (Measure measure : Measure.values()) {
      means.put(measure, table.mean(arm, measure, problems));
      if (bootstrap != null && !arm.isBaseline()) {
        comparisons.put(measure, table.compare(arm, measure, problems, bootstrap));
      }
    }
    int right = (int) answers.stream().filter(SweepAnswer::correct).count();
    long truncated = answers.stream().filter(SweepAnswer::truncated).count();
    return new CellSummary(
        arm,
        layer,
        strength,
        part,
        answers.size(),
        means,
        Wilson.interval(right, answers.size(), LEVEL),
        answers.isEmpty() ? Double.NaN : (double) truncated / answers.size(),
        comparisons,
        ReasoningSummary.of(answers).orElse(null));
  }
}
