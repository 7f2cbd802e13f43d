package org.densesteer.evaluation.statistics;

/**
 * How two answers to the same problems went together.
 *
 * @param both problems that both got right
 * @param onlyBaseline problems that only the baseline got right
 * @param onlyTreated problems that only the treated arm got right
 * @param neither problems that neither got right
 */
public record Concordance(int both, int onlyBaseline, int onlyTreated, int neither) {

  /** Counts two lists of equal length. */
  public static Concordance of(boolean[] baseline, boolean[] treated) {
    if (baseline.length != treated.length) {
      throw new IllegalArgumentException(baseline.length + " against " + treated.length);
    }
    int[] cells = new int[4];
    for (int i = 0; i < baseline.length; i++) {
      cells[(baseline[i] ? 0 : 2) + (treated[i] ? 0 : 1)]++;
    }
    return new Concordance(cells[0], cells[1], cells[2], cells[3]);
  }

  /** Number of problems. */
  public int count() {
    return both + onlyBaseline + onlyTreated + neither;
  }

  /** Problems on which the two differ. */
  public int discordant() {
    return onlyBaseline + onlyTreated;
  }

  /** Share right in the treated arm minus share right in the baseline; NaN without problems. */
  public double difference() {
    return (double) (onlyTreated - onlyBaseline) / count();
  }

  /** Problems the baseline got right. */
  public int baselineRight() {
    return both + onlyBaseline;
  }

  /** Problems the treated arm got right. */
  public int treatedRight() {
    return both + onlyTreated;
  }
}
