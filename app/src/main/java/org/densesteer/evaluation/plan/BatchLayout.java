package org.densesteer.evaluation.plan;

import java.util.ArrayList;
import java.util.List;
import org.densesteer.evaluation.problems.Problem;

/**
 * Which answers are computed together: a function of the plan and the problems alone, so that a
 * sweep that was interrupted computes every answer beside the same others, and thus to the same
 * bits.
 *
 * <p>A batch holds all cells of some problems, so that a prompt is read once for all of them, and
 * as many problems as keep the lanes busy a few times over: a lane whose answer has ended goes to
 * the next answer. Answers of one cell, which tend to be of one length, lie next to each other.
 */
public final class BatchLayout {

  /** Answers of a batch for each lane: more leaves fewer lanes idle at the batch's end. */
  private static final int ANSWERS_PER_LANE = 4;

  private BatchLayout() {}

  /** Batches of the grid. */
  public static List<List<PlannedAnswer>> grid(SweepPlan plan, List<Problem> problems) {
    return batches(plan, plan.gridArms(), problems);
  }

  /** Batches of the chosen cell, its placebos and the baseline, in so far as they are new. */
  public static List<List<PlannedAnswer>> check(
      SweepPlan plan, SweepArm chosen, List<Problem> problems) {
    List<SweepArm> arms = new ArrayList<>(plan.checkArms(chosen));
    if (!plan.isSplit()) {
      arms.removeIf(arm -> arm.isBaseline() || arm.isSteered());
    }
    return batches(plan, arms, problems);
  }

  /** Number of answers of one shard. */
  public static long answers(SweepPlan plan, SweepParts parts, Shard shard) {
    return shard.of(grid(plan, parts.grid())).stream().mapToLong(List::size).sum();
  }

  /** Number of answers of the whole sweep when a cell is chosen. */
  public static long answers(SweepPlan plan, SweepParts parts) {
    long grid = 1 + (long) plan.grid().layers().size() * plan.grid().steeredStrengths().size();
    long check = plan.placebos().size() + (plan.isSplit() ? 2 : 0);
    return grid * parts.grid().size() + check * parts.check().size();
  }

  private static List<List<PlannedAnswer>> batches(
      SweepPlan plan, List<SweepArm> arms, List<Problem> problems) {
    int most = ANSWERS_PER_LANE * plan.decoding().lanes();
    int atOnce = Math.max(1, most / Math.max(1, arms.size()));
    List<List<PlannedAnswer>> batches = new ArrayList<>();
    for (int from = 0; from < problems.size(); from += atOnce) {
      List<PlannedAnswer> batch = new ArrayList<>();
      for (SweepArm arm : arms) {
        for (Problem problem : problems.subList(from, Math.min(from + atOnce, problems.size()))) {
          batch.add(new PlannedAnswer(arm, problem));
        }
      }
      batches.add(batch);
    }
    return batches;
  }
}
