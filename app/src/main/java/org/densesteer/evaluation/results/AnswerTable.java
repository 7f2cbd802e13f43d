package org.densesteer.evaluation.results;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.DoubleStream;
import org.densesteer.evaluation.plan.AnswerKey;
import org.densesteer.evaluation.plan.SweepArm;
import org.densesteer.evaluation.problems.Problem;
import org.densesteer.evaluation.statistics.Bootstrap;
import org.densesteer.evaluation.statistics.PairedComparison;
import org.jspecify.annotations.Nullable;

/** Answers by arm and problem, growing while a sweep runs; safe for one writer and any readers. */
public final class AnswerTable {

  private final Map<AnswerKey, SweepAnswer> answers = new ConcurrentHashMap<>();

  /** A table with these answers. */
  public static AnswerTable of(Collection<SweepAnswer> answers) {
    AnswerTable table = new AnswerTable();
    answers.forEach(table::add);
    return table;
  }

  /** Takes an answer in. */
  public void add(SweepAnswer answer) {
    answers.put(answer.key(), answer);
  }

  /** Number of answers. */
  public int size() {
    return answers.size();
  }

  /** The answer of an arm to a problem; null while there is none. */
  public @Nullable SweepAnswer get(SweepArm arm, Problem problem) {
    return answers.get(new AnswerKey(arm, problem.id()));
  }

  /** The answers of an arm to some problems, in their order, missing ones left out. */
  public List<SweepAnswer> of(SweepArm arm, List<Problem> problems) {
    return problems.stream().map(p -> get(arm, p)).filter(Objects::nonNull).toList();
  }

  /** Mean of a measure over the answers that are there and have it; NaN when none does. */
  public double mean(SweepArm arm, Measure measure, List<Problem> problems) {
    return readings(arm, measure, problems)
        .filter(v -> !Double.isNaN(v))
        .average()
        .orElse(Double.NaN);
  }

  /** An arm against the baseline on the problems that both have answered. */
  public PairedComparison compare(
      SweepArm arm, Measure measure, List<Problem> problems, Bootstrap bootstrap) {
    List<Problem> common =
        problems.stream()
            .filter(p -> known(SweepArm.BASELINE, measure, p) && known(arm, measure, p))
            .toList();
    double[] baseline = readings(SweepArm.BASELINE, measure, common).toArray();
    double[] treated = readings(arm, measure, common).toArray();
    return measure.isShare()
        ? PairedComparison.ofShares(yes(baseline), yes(treated), bootstrap.level())
        : PairedComparison.ofFigures(baseline, treated, bootstrap);
  }

  /** Figures are left out in pairs later; a share must be known to be yes or no. */
  private boolean known(SweepArm arm, Measure measure, Problem problem) {
    @Nullable SweepAnswer answer = get(arm, problem);
    return answer != null && !(measure.isShare() && Double.isNaN(measure.of(answer)));
  }

  private DoubleStream readings(SweepArm arm, Measure measure, List<Problem> problems) {
    return of(arm, problems).stream().mapToDouble(measure::of);
  }

  private static boolean[] yes(double[] readings) {
    boolean[] yes = new boolean[readings.length];
    for (int i = 0; i < yes.length; i++) {
      yes[i] = readings[i] > 0.5;
    }
    return yes;
  }
}
