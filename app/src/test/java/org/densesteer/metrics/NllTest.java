package org.densesteer.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class NllTest {

  @Test
  void meanIsArithmetic() {
    assertEquals(2, Nll.mean(1, 2, 3));
    assertTrue(Double.isNaN(Nll.mean()));
  }

  @Test
  void logMeanExpOfHandComputedPerplexities() {
    // perplexities 2 and 8: their mean is 5
    assertEquals(Math.log(5), Nll.logMeanExp(Math.log(2), Math.log(8)), 1e-15);
    assertEquals(0.7, Nll.logMeanExp(0.7), 1e-15);
  }

  @Test
  void logMeanExpDoesNotOverflow() {
    assertEquals(2000 + Math.log(0.5), Nll.logMeanExp(2000, 0), 1e-12);
    assertEquals(Double.POSITIVE_INFINITY, Nll.logMeanExp(Double.POSITIVE_INFINITY, 1));
  }

  @Test
  void logMeanExpSaysWhenItCannotSay() {
    assertTrue(Double.isNaN(Nll.logMeanExp()));
    assertTrue(Double.isNaN(Nll.logMeanExp(1, Double.NaN)));
  }
}
