package org.densesteer.generation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class StepCostsTest {

  private static StepCosts known() {
    StepCosts costs = new StepCosts();
    for (int i = 0; i < 2; i++) {
      costs.took(2, 100);
      costs.took(8, 160);
    }
    return costs;
  }

  @Test
  void theFirstStepOfItsSizeDoesNotCount() {
    StepCosts costs = new StepCosts();
    costs.took(2, 90_000);
    costs.took(2, 100);
    assertEquals(100, costs.of(2));
  }

  @Test
  void betweenKnownSizesCostsLieOnALine() {
    assertEquals(100, known().of(2));
    assertEquals(120, known().of(4));
    assertEquals(160, known().of(8));
  }

  @Test
  void aStepThatWasDisturbedCountsLittleAndTheNewestMost() {
    StepCosts costs = known();
    costs.took(2, 100_000);
    assertEquals(130, costs.of(2)); // as though it had taken twice as long
    for (int i = 0; i < 20; i++) {
      costs.took(2, 50);
    }
    assertEquals(50, costs.of(2), 1);
  }

  @Test
  void largerStepsThanKnownCostMore() {
    assertTrue(known().of(16) > 160);
    assertTrue(new StepCosts().of(16) > new StepCosts().of(2));
  }
}
