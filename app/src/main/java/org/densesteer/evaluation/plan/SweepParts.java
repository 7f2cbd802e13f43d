package org.densesteer.evaluation.plan;

import java.util.List;
import org.densesteer.evaluation.problems.Problem;
import org.densesteer.evaluation.problems.ProblemSet;
import org.densesteer.evaluation.problems.Split;

/**
 * The problems of the two stages; the same ones when there is no split.
 *
 * @param grid problems on which the grid is answered
 * @param check problems on which the chosen cell is reported
 */
public record SweepParts(List<Problem> grid, List<Problem> check) {

  /** Splits the problems as the plan says. */
  public static SweepParts of(SweepPlan plan, ProblemSet set) {
    if (!plan.isSplit()) {
      return new SweepParts(set.problems(), set.problems());
    }
    Split split = Split.of(set, plan.split(), plan.seed());
    return new SweepParts(split.tuning().problems(), split.test().problems());
  }
}
