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
}
