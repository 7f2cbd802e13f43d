package org.densesteer.ui.sweep;

import org.densesteer.common.Texts;
import org.densesteer.evaluation.plan.SweepGrid;

/**
 * How much a sweep is.
 *
 * @param grid layers and strengths
 * @param placebos how many
 * @param asked problems
 * @param split share of the tuning part; 0 for no split
 */
record SweepSize(SweepGrid grid, int placebos, int asked, double split) {

  private long tuned() {
    return split > 0 ? Math.round(asked * split) : asked;
  }

  /** As {@link org.densesteer.evaluation.plan.BatchLayout#answers} counts them in a plan. */
  long answers() {
    long cells = 1 + (long) grid.layers().size() * grid.steeredStrengths().size();
    return split > 0
        ? tuned() * cells + (asked - tuned()) * (2 + placebos)
        : asked * (cells + placebos);
  }

  /** In words. */
  String describe() {
    return Texts.of(
        "%s × %s = %s, on %s%s",
        counted(grid.layers().size(), "layer"),
        counted(grid.strengths().size(), "strength"),
        counted((long) grid.layers().size() * grid.strengths().size(), "cell"),
        counted(tuned(), "problem"),
        split > 0 ? "; the choice is reported on " + (asked - tuned()) + " more" : "");
  }

  private static String counted(long count, String noun) {
    return Texts.of("%,d %s%s", count, noun, count == 1 ? "" : "s");
  }
}
