package org.densesteer.extraction;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

class ShuffledPairsTest {

  /** Every pair has the common part (10, 0) at layer 0 and its own part in the second place. */
  private static PairDifferences pairs(int count) {
    float[][][] values = new float[2][count][];
    for (int pair = 0; pair < count; pair++) {
      values[0][pair] = new float[] {10, 1 << pair};
      values[1][pair] = new float[] {0, -(1 << pair)};
    }
    return new PairDifferences(Reading.LAST_TOKEN, values);
  }

  @Test
  void halfOfThePairsChangeTheirLabels() {
    for (int draw = 1; draw <= 20; draw++) {
      int[] even = ShuffledPairs.signs(10, draw);
      assertEquals(0, Arrays.stream(even).sum());
      assertEquals(10, Arrays.stream(even).map(Math::abs).sum());
      int[] odd = ShuffledPairs.signs(7, draw);
      assertEquals(0, Arrays.stream(odd).sum());
      assertEquals(6, Arrays.stream(odd).map(Math::abs).sum());
    }
  }

  @Test
  void whatAllPairsShareCancelsOut() {
    List<SortedMap<Integer, float[]>> controls = ShuffledPairs.of(pairs(8), 3);
    assertEquals(3, controls.size());
    for (int draw = 1; draw <= 3; draw++) {
      int[] signs = ShuffledPairs.signs(8, draw);
      float own = 0;
      for (int pair = 0; pair < 8; pair++) {
        own += signs[pair] * (1 << pair) / 8f;
      }
      assertArrayEquals(new float[] {0, own}, controls.get(draw - 1).get(0), 1e-6f);
      assertArrayEquals(new float[] {0, -own}, controls.get(draw - 1).get(1), 1e-6f);
    }
  }

  @Test
  void drawsDifferAndComeBackTheSame() {
    List<SortedMap<Integer, float[]>> controls = ShuffledPairs.of(pairs(12), 2);
    assertFalse(Arrays.equals(controls.get(0).get(0), controls.get(1).get(0)));
    assertArrayEquals(controls.get(1).get(0), ShuffledPairs.of(pairs(12), 2).get(1).get(0));
  }

  @Test
  void threePairsAreTooFew() {
    assertEquals(List.of(), ShuffledPairs.of(pairs(3), 8));
    assertEquals(8, ShuffledPairs.of(pairs(4), 8).size());
  }
}
