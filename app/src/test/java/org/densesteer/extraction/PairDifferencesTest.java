package org.densesteer.extraction;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
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

  @Test
  void agreementLeavesEachPairOut() {
    assertEquals(1, DIFFERENCES.agreement(0));
    assertEquals(0, DIFFERENCES.agreement(1));
  }

  @Test
  void selectedPairsStandAlone() {
    PairDifferences selected = DIFFERENCES.select(List.of(2));
    assertEquals(1, selected.pairs());
    assertArrayEquals(new float[] {2, 6}, selected.mean(0));
    assertEquals(1, selected.agreement(1));
  }
}
