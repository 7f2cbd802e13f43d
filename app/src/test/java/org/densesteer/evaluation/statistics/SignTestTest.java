package org.densesteer.evaluation.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SignTestTest {

  @Test
  void isTheTwoSidedBinomialTestAtOneHalf() {
    // By hand: 2 (1 + 10 + 45) / 2^10, and 2 / 2^6.
    assertEquals(0.109375, SignTest.exact(2, 8), 1e-12);
    assertEquals(0.109375, SignTest.exact(8, 2), 1e-12);
    assertEquals(0.03125, SignTest.exact(0, 6), 1e-12);
  }

  @Test
  void nothingDecidedAndEvenNumbersSayNothing() {
    assertEquals(1, SignTest.exact(0, 0));
    assertEquals(1, SignTest.exact(5, 5));
  }
}
