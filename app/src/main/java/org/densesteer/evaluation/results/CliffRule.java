package org.densesteer.evaluation.results;

/**
 * When a cell lies over the cliff: its answers are no longer the model's. Either answers that are
 * none (endless repetition, or nothing) are at least 10 points more frequent than in the baseline,
 * or the unsteered model finds the answers far less likely: NLL with prompt at least 0.3 nats and
 * at least half again above the baseline's.
 */
public final class CliffRule {

  static final double DEGENERATE_RISE = 0.1;
  static final double NLL_RISE = 0.3;
  static final double NLL_FACTOR = 1.5;

  private static final double ROUNDING = 1e-9;

  private CliffRule() {}

  static boolean over(CellSummary baseline, CellSummary cell) {
    return degenerate(baseline, cell) || unlikely(baseline, cell);
  }

  static boolean degenerate(CellSummary baseline, CellSummary cell) {
    return risen(baseline.mean(Measure.DEGENERATE_SHARE), cell.mean(Measure.DEGENERATE_SHARE));
  }

  /** Whether so many more answers than the baseline's are broken, both as shares of 1. */
  public static boolean risen(double baseline, double share) {
    return share >= baseline + DEGENERATE_RISE - ROUNDING;
  }

  private static boolean unlikely(CellSummary baseline, CellSummary cell) {
    double before = baseline.mean(Measure.NLL_WITH_PROMPT);
    double after = cell.mean(Measure.NLL_WITH_PROMPT);
    return after >= before + NLL_RISE && after >= NLL_FACTOR * before;
  }
}
