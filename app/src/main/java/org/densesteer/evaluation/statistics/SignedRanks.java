package org.densesteer.evaluation.statistics;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Ranks of the absolute differences that are not 0, ties sharing their mean rank.
 *
 * @param doubled twice each rank, so that mean ranks are whole numbers; ascending
 * @param positive twice the sum of the ranks of the positive differences
 * @param tieTerm Σ (t³ − t) over groups of t ties
 */
record SignedRanks(int[] doubled, long positive, double tieTerm) {

  static SignedRanks of(double[] differences) {
    double[] nonZero = Arrays.stream(differences).filter(d -> d != 0).toArray();
    int n = nonZero.length;
    int[] order =
        IntStream.range(0, n)
            .boxed()
            .sorted((i, j) -> Double.compare(Math.abs(nonZero[i]), Math.abs(nonZero[j])))
            .mapToInt(Integer::intValue)
            .toArray();
    int[] doubled = new int[n];
    long positive = 0;
    double tieTerm = 0;
    for (int from = 0; from < n; ) {
      int to = from + 1;
      while (to < n && Math.abs(nonZero[order[to]]) == Math.abs(nonZero[order[from]])) {
        to++;
      }
      int rank = from + to + 1;
      for (int i = from; i < to; i++) {
        doubled[i] = rank;
        positive += nonZero[order[i]] > 0 ? rank : 0;
      }
      double ties = to - from;
      tieTerm += ties * ties * ties - ties;
      from = to;
    }
    return new SignedRanks(doubled, positive, tieTerm);
  }

  int count() {
    return doubled.length;
  }

  /** Twice the sum of all ranks. */
  long total() {
    return (long) count() * (count() + 1);
  }
}
