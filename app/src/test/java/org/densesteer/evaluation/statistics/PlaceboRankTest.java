package org.densesteer.evaluation.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class PlaceboRankTest {

  @Test
  void ranksBySize() {
    PlaceboRank rank = PlaceboRank.of(3, new double[] {1, -4, 2.9, 3});
    assertEquals(2, rank.asLarge());
    assertEquals(0.6, rank.pValue(), 1e-15);
    assertEquals(0.2, rank.smallestPossible(), 1e-15);
  }

  @Test
  void pIsNeverZero() {
    assertEquals(0.25, PlaceboRank.of(-9, new double[] {1, 2, 3}).pValue(), 1e-15);
  }

  @Test
  void needsPlacebos() {
    assertThrows(IllegalArgumentException.class, () -> PlaceboRank.of(1, new double[0]));
  }
}
