package org.densesteer.evaluation.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.densesteer.evaluation.plan.SweepArm;
import org.densesteer.evaluation.problems.Problem;
import org.densesteer.evaluation.results.AnswerTable;
import org.densesteer.evaluation.results.SweepAnswer;

/**
 * Picks examples by rule: the best and the worst are those where steering helped and hurt most, by
 * correctness and then by density; the random ones are drawn by the seed from the rest.
 */
final class ExamplePicker {

  private static final int RANDOM_EXAMPLES = 2;

  private ExamplePicker() {}

  /** An example and why it was picked. */
  record Example(String why, Problem problem, SweepAnswer baseline, SweepAnswer steered) {

    int gain() {
      return (steered.correct() ? 1 : 0) - (baseline.correct() ? 1 : 0);
    }

    double denser() {
      return steered.density() - baseline.density();
    }
  }

  static List<Example> pick(
      List<Problem> problems, AnswerTable answers, SweepArm chosen, long seed) {
    List<Example> candidates = new ArrayList<>();
    for (Problem problem : problems) {
      SweepAnswer baseline = answers.get(SweepArm.BASELINE, problem);
      SweepAnswer steered = answers.get(chosen, problem);
      if (baseline != null && steered != null) {
        candidates.add(new Example("", problem, baseline, steered));
      }
    }
    candidates.sort(
        Comparator.comparingInt(Example::gain).thenComparingDouble(Example::denser).reversed());
    List<Example> picked = new ArrayList<>();
    take(picked, candidates, 0, "Best");
    take(picked, candidates, candidates.size() - 1, "Worst");
    Random random = new Random(seed);
    for (int i = 0; i < RANDOM_EXAMPLES && !candidates.isEmpty(); i++) {
      take(picked, candidates, random.nextInt(candidates.size()), "Random");
    }
    return picked;
  }

  private static void take(List<Example> picked, List<Example> candidates, int index, String why) {
    if (index >= 0 && index < candidates.size()) {
      Example example = candidates.remove(index);
      picked.add(new Example(why, example.problem(), example.baseline(), example.steered()));
    }
  }
}
