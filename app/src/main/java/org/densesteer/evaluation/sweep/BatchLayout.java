package org.densesteer.evaluation.sweep;

import java.util.ArrayList;
import java.util.List;
import org.densesteer.evaluation.problems.Problem;

/**
 * Which answers share a batch: a function of the plan and the problems alone, so that a sweep that
 * was interrupted computes every answer beside the same others, and thus to the same bits.
 *
 * <p>Problems go in groups, so that a group's prompts are read once for all layers. Within a group
 * the baseline comes with the first layer, and all strengths of a layer share a batch where they
 * fit.
 */
final class BatchLayout {

  private BatchLayout() {}

  /** Batches of the grid. */
  static List<List<SweepRow>> grid(SweepPlan plan, List<Problem> problems) {
    List<Double> strengths = plan.grid().steeredStrengths();
    int most = plan.decoding().rowsPerBatch();
    int groupSize = Math.max(1, most / (strengths.size() + 1));
    List<List<SweepRow>> batches = new ArrayList<>();
    for (List<Problem> group : chunks(problems, groupSize)) {
      List<SweepRow> rows = rows(List.of(SweepArm.BASELINE), group);
      for (int layer : plan.grid().layers()) {
        List<SweepArm> arms = strengths.stream().map(s -> SweepArm.cell(layer, s)).toList();
        rows.addAll(rows(arms, group));
        batches.addAll(chunks(rows, most));
        rows = new ArrayList<>();
      }
    }
    return batches;
  }

  /** Batches of the chosen cell, its placebos and the baseline, in so far as they are new. */
  static List<List<SweepRow>> check(SweepPlan plan, SweepArm chosen, List<Problem> problems) {
    List<SweepArm> arms = new ArrayList<>(plan.checkArms(chosen));
    if (!plan.isSplit()) {
      arms.removeIf(arm -> arm.isBaseline() || arm.isSteered());
    }
    int most = plan.decoding().rowsPerBatch();
    List<List<SweepRow>> batches = new ArrayList<>();
    for (List<Problem> group : chunks(problems, Math.max(1, most / arms.size()))) {
      batches.addAll(chunks(rows(arms, group), most));
    }
    return batches;
  }

  /** Number of answers of the whole sweep when a cell is chosen. */
  static long rows(SweepPlan plan, SweepParts parts) {
    long grid = 1 + (long) plan.grid().layers().size() * plan.grid().steeredStrengths().size();
    long check = plan.placebos().size() + (plan.isSplit() ? 2 : 0);
    return grid * parts.grid().size() + check * parts.check().size();
  }

  private static List<SweepRow> rows(List<SweepArm> arms, List<Problem> problems) {
    List<SweepRow> rows = new ArrayList<>();
    for (Problem problem : problems) {
      for (SweepArm arm : arms) {
        rows.add(new SweepRow(arm, problem));
      }
    }
    return rows;
  }

  private static <T> List<List<T>> chunks(List<T> items, int size) {
    List<List<T>> chunks = new ArrayList<>();
    for (int from = 0; from < items.size(); from += size) {
      chunks.add(List.copyOf(items.subList(from, Math.min(items.size(), from + size))));
    }
    return chunks;
  }
}
