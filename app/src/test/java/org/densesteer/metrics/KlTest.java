package org.densesteer.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class KlTest {

  private static final double NONE = Double.NEGATIVE_INFINITY;

  @Test
  void handComputed() {
    double[] p = {Math.log(0.5), Math.log(0.5)};
    double[] q = {Math.log(0.25), Math.log(0.75)};
    assertEquals(0.5 * Math.log(2) + 0.5 * Math.log(2.0 / 3), Kl.divergence(p, q), 1e-15);
    assertEquals(0.25 * Math.log(0.5) + 0.75 * Math.log(1.5), Kl.divergence(q, p), 1e-15);
  }

  @Test
  void ofADistributionWithItselfIsZero() {
    double[] p = {Math.log(0.1), Math.log(0.2), Math.log(0.7)};
    assertEquals(0, Kl.divergence(p, p));
  }

  @Test
  void impossibleTokens() {
    double[] certain = {0, NONE};
    double[] even = {Math.log(0.5), Math.log(0.5)};
    assertEquals(Math.log(2), Kl.divergence(certain, even), 1e-15);
    assertEquals(Double.POSITIVE_INFINITY, Kl.divergence(even, certain));
    assertEquals(0, Kl.divergence(certain, certain));
  }

  @Test
  void roundingNeverMakesItNegative() {
    double[] p = {Math.log(0.3), Math.log(0.7)};
    double[] q = {Math.log(0.3) + 1e-16, Math.log(0.7) + 1e-16};
    assertTrue(Kl.divergence(p, q) >= 0);
  }

  @Test
  void refusesDifferentVocabularies() {
    assertThrows(IllegalArgumentException.class, () -> Kl.divergence(new double[2], new double[3]));
  }
}
