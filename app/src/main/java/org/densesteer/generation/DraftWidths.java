package org.densesteer.generation;

import java.util.Arrays;
import java.util.List;

/**
 * How many positions of each arm a step computes: as many as make the most tokens a second, by what
 * steps have cost and by how often the arms' guesses were right. Guesses that are no good therefore
 * cost a few steps, and a wrong notion of a step's cost one.
 */
final class DraftWidths {

  /** Few sizes, since products are compiled for each number of lines; each is twice the last. */
  private static final int WIDEST = 32;

  /** Wider steps gain nothing: they are bound by arithmetic. */
  private static final int MOST_LINES = 64;

  private final StepCosts costs;
  private final boolean exact;

  /**
   * Widths for one run.
   *
   * @param exact whether a position's numbers are the same whatever is computed beside it; else
   *     nothing is guessed
   */
  DraftWidths(StepCosts costs, boolean exact) {
    this.costs = costs;
    this.exact = exact;
  }

  /** Positions for each of the arms, at least 1. */
  int[] of(List<ArmState> arms) {
    int[] widths = new int[arms.size()];
    Arrays.fill(widths, 1);
    int[] best = widths.clone();
    int lines = arms.stream().mapToInt(arm -> arm.rows).sum();
    double tokens = arms.size();
    double fastest = tokens / costs.of(lines);
    while (true) {
      int most = -1;
      double gain = 0;
      for (int i = 0; i < widths.length; i++) {
        double own = gain(arms.get(i), widths[i]);
        if (own > gain && lines + widths[i] * arms.get(i).rows <= MOST_LINES) {
          gain = own;
          most = i;
        }
      }
      if (most < 0) {
        return best;
      }
      ArmState arm = arms.get(most);
      tokens += gain * widths[most] * arm.rows;
      lines += widths[most] * arm.rows;
      widths[most] *= 2;
      if (tokens / costs.of(lines) > fastest) {
        fastest = tokens / costs.of(lines);
        best = widths.clone();
      }
    }
  }

  /** Tokens expected of each further line when the arm's width is doubled; 0 where it cannot be. */
  private double gain(ArmState arm, int width) {
    if (!exact || 2 * width > WIDEST || arm.guesses() < 2 * width - 1) {
      return 0;
    }
    double more = arm.draft.expected(2 * width - 1) - arm.draft.expected(width - 1);
    return more / (width * arm.rows);
  }
}
