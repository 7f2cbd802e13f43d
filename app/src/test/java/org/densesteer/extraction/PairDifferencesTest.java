package org.densesteer.extraction;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

class PairDifferencesTest {

  private static final PairDifferences DIFFERENCES =
      new PairDifferences(
          Reading.LAST_TOKEN,
          new float[][][] {
            {{1, 0}, {3, 0}, {2, 6}},
            {{1, 0}, {-1, 0}, {0, 0.5f}}
          });

  @Test
  void meanIsNotNormalised() {
    assertArrayEquals(new float[] {2, 2}, DIFFERENCES.mean(0));
    assertArrayEquals(new float[] {0, 0.5f / 3}, DIFFERENCES.mean(1));
  }
}
