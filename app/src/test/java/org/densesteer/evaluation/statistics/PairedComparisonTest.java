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
    PairedComparison comparison = PairedComparison.ofShares(baseline, treated, BOOTSTRAP);
    assertEquals(40, comparison.count());
    assertEquals(0.5, comparison.baseline());
    assertEquals(0.7, comparison.treated());
    assertEquals(0.2, comparison.difference(), 1e-15);
    assertEquals(0.25, comparison.spread(), 1e-15);
    assertEquals(0.021484375, comparison.pValue(), 1e-12);
    assertTrue(comparison.interval().contains(0.2));
    assertFalse(comparison.interval().contains(0));
  }

  @Test
  void agreementIsNotCertainty() {
    boolean[] same = {true, true, true, false};
    PairedComparison comparison = PairedComparison.ofShares(same, same, BOOTSTRAP);
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
    PairedComparison shares = PairedComparison.ofShares(new boolean[0], new boolean[0], BOOTSTRAP);
    assertTrue(Double.isNaN(shares.difference()) && Double.isNaN(shares.pValue()));
  }

  @Test
  void refusesUnequalLengths() {
    assertThrows(
        IllegalArgumentException.class,
        () -> PairedComparison.ofFigures(new double[1], new double[2], BOOTSTRAP));
  }
}
