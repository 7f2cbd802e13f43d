package org.densesteer.evaluation.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PairedComparisonTest {

  private static final Bootstrap BOOTSTRAP = Bootstrap.seeded(1);

  @Test
  void comparesShares() {
    boolean[] baseline = new boolean[40];
    boolean[] treated = new boolean[40];
    for (int i = 0; i < 40; i++) {
      baseline[i] = i < 20;
      treated[i] = i >= 1 && i < 29;
    }
    PairedComparison comparison = PairedComparison.ofShares(baseline, treated, 0.95);
    assertEquals(40, comparison.count());
    assertEquals(0.5, comparison.baseline());
    assertEquals(0.7, comparison.treated());
    assertEquals(0.2, comparison.difference(), 1e-15);
    assertEquals(0.25, comparison.spread(), 1e-15);
    assertEquals(0.021484375, comparison.pValue(), 1e-12);
    assertTrue(comparison.interval().contains(0.2));
    assertFalse(comparison.interval().contains(0));
  }

  /**
   * Every table of up to 40 problems; the interval depends on the discordant ones and their sum.
   */
  @Test
  void testAndIntervalOfSharesNeverContradictEachOther() {
    for (int n = 1; n <= 40; n++) {
      for (int b = 0; b <= n; b++) {
        for (int c = 0; b + c <= n; c++) {
          PairedComparison comparison = shares(b, c, n);
          String table = b + " against " + c + " of " + n + ": " + comparison;
          assertEquals(comparison.pValue() >= 0.05, comparison.interval().contains(0), () -> table);
          assertTrue(comparison.interval().contains(comparison.difference()), () -> table);
          assertTrue(comparison.interval().low() < comparison.interval().high(), () -> table);
        }
      }
    }
  }

  /** Bentur et al. 2009: Tango's interval alone is −0.517 to −0.026 beside an exact p of 0.070. */
  @Test
  void holdsNoDifferenceWhereTheExactTestDoes() {
    PairedComparison comparison = shares(1, 7, 21);
    assertEquals(0.0703125, comparison.pValue(), 1e-12);
    assertEquals(-0.517, comparison.interval().low(), 5e-4);
    assertEquals(0, comparison.interval().high());
  }

  @Test
  void oneWayChangesAreNotCertainty() {
    PairedComparison few = shares(4, 0, 4);
    assertEquals(0.125, few.pValue());
    assertEquals(new Interval(0, 1, 0.95), few.interval());
    PairedComparison one = shares(1, 0, 40);
    assertEquals(1, one.pValue());
    assertTrue(one.interval().low() < -0.05, one.interval()::toString);
    PairedComparison many = shares(30, 0, 30);
    assertTrue(many.interval().low() > 0.7 && many.interval().low() < 1, many::toString);
  }

  private static PairedComparison shares(int onlyTreated, int onlyBaseline, int n) {
    boolean[] baseline = new boolean[n];
    boolean[] treated = new boolean[n];
    for (int i = 0; i < n; i++) {
      treated[i] = i < onlyTreated;
      baseline[i] = i >= onlyTreated && i < onlyTreated + onlyBaseline;
    }
    return PairedComparison.ofShares(baseline, treated, 0.95);
  }

  @Test
  void equalDifferencesGiveNoInterval() {
    double[] baseline = {1, 2, 3, 0.1};
    double[] treated = {1.7, 2.7, 3.7, 0.8};
    PairedComparison comparison = PairedComparison.ofFigures(baseline, treated, BOOTSTRAP);
    assertEquals(0.7, comparison.difference(), 1e-12);
    assertFalse(comparison.interval().known(), comparison::toString);
  }

  @Test
  void agreementIsNotCertainty() {
    boolean[] same = {true, true, true, false};
    PairedComparison comparison = PairedComparison.ofShares(same, same, 0.95);
    assertEquals(1, comparison.pValue());
    assertTrue(comparison.interval().low() < -0.05, comparison.interval()::toString);
    assertTrue(comparison.interval().high() > 0.05, comparison.interval()::toString);
  }

  @Test
  void comparesFiguresWhereBothAreKnown() {
    double[] baseline = {1, 2, 3, Double.NaN, 5};
    double[] treated = {2, 4, 6, 8, Double.NaN};
    PairedComparison comparison = PairedComparison.ofFigures(baseline, treated, BOOTSTRAP);
    assertEquals(3, comparison.count());
    assertEquals(2, comparison.baseline());
    assertEquals(4, comparison.treated());
    assertEquals(2, comparison.difference());
    assertEquals(1, comparison.spread(), 1e-15);
    assertEquals(0.25, comparison.pValue(), 1e-15);
  }

  @Test
  void knowsNothingWithoutProblems() {
    PairedComparison figures = PairedComparison.ofFigures(new double[0], new double[0], BOOTSTRAP);
    assertTrue(Double.isNaN(figures.difference()) && Double.isNaN(figures.pValue()));
    PairedComparison shares = PairedComparison.ofShares(new boolean[0], new boolean[0], 0.95);
    assertTrue(Double.isNaN(shares.difference()) && Double.isNaN(shares.pValue()));
  }

  @Test
  void refusesUnequalLengths() {
    assertThrows(
        IllegalArgumentException.class,
        () -> PairedComparison.ofFigures(new double[1], new double[2], BOOTSTRAP));
  }

  /** (4 + 1 + 9) / 2 = 7. */
  @Test
  void theSpreadIsTheDifferencesStandardDeviation() {
    PairedComparison comparison =
        PairedComparison.ofFigures(new double[] {1, 1, 1}, new double[] {2, 3, 7}, BOOTSTRAP);
    assertEquals(Math.sqrt(7), comparison.spread(), 1e-12);
  }
}
