package org.densesteer.generation;

import java.util.Arrays;
import java.util.List;

/**
 * How many positions of each arm a step computes: as many as make the most tokens a second, by what
 * steps have cost and by how often the arms' guesses were right. Guesses that are no good therefore
 * cost a few steps, and a wrong notion of a step's cost one.
 */
final class DraftWidths {

  /** Few sizes, since products are compiled for each number of lines. */
  private static final int[] SIZES = {1, 2, 3, 4, 6, 8, 12, 16, 24, 32};

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
    int[] sizes = new int[arms.size()];
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
        double own = gain(arms.get(i), sizes[i]);
        if (own > gain && lines + lines(arms.get(i), sizes[i]) <= MOST_LINES) {
          gain = own;
          most = i;
        }
      }
      if (most < 0) {
        return best;
      }
      ArmState arm = arms.get(most);
      int further = lines(arm, sizes[most]);
      tokens += gain * further;
      lines += further;
      widths[most] = SIZES[++sizes[most]];
      if (tokens / costs.of(lines) > fastest) {
        fastest = tokens / costs.of(lines);
        best = widths.clone();
      }
    }
  }

  /** Lines of the next size that one of this size does not have. */
  private static int lines(ArmState arm, int size) {
    return (SIZES[size + 1] - SIZES[size]) * arm.rows;
  }

  /** Tokens expected of each further line of the next size; 0 where the arm cannot have it. */
  private double gain(ArmState arm, int size) {
    if (!exact || size + 1 == SIZES.length || arm.guesses() < SIZES[size + 1] - 1) {
      return 0;
    }
    double more = arm.draft.expected(SIZES[size + 1] - 1) - arm.draft.expected(SIZES[size] - 1);
    return more / lines(arm, size);
  }
}
