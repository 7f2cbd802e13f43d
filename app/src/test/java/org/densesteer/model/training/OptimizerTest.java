package org.densesteer.model.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class OptimizerTest {

  private final Optimizer optimizer = new Optimizer(100, 10, 20, 1, 0.9, 0.95, 0, 1);

  @Test
  void warmsUpStaysAndDecays() {
    assertEquals(0.1, optimizer.rateAt(1), 1e-12);
    assertEquals(1, optimizer.rateAt(10), 1e-12);
    assertEquals(1, optimizer.rateAt(80), 1e-12);
    assertEquals(0.5, optimizer.rateAt(91), 1e-12);
    assertEquals(0.05, optimizer.rateAt(100), 1e-12);
  }
}
