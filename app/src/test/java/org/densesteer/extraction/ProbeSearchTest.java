package org.densesteer.extraction;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.densesteer.common.FaultException;
import org.junit.jupiter.api.Test;

class ProbeSearchTest {

  private static float[] h(float x, float y) {
    return new float[] {x, y};
  }

  /**
   * Means (1, 0) and (−1, 0) of the even places; one of four that were held out is on the wrong
   * side.
   */
  @Test
  void evenPlacesMakeTheProbeAndOddOnesJudgeIt() {
    ProbeSearch.Found found =
        ProbeSearch.at(
            3,
            List.of(h(1, 0), h(2, 1), h(1, 0), h(-3, 1)),
            List.of(h(-1, 0), h(-2, 1), h(-1, 0), h(-1, 5)));
    assertArrayEquals(new float[] {2, 0}, found.direction());
    assertEquals(0, found.bound(), 1e-9);
    assertEquals(2, found.gap(), 1e-9);
    assertEquals(1, found.fitted());
    assertEquals(0.75, found.heldOut());
  }

  @Test
  void balancedAccuracyIsTheMeanOfBothShares() {
    assertEquals(
        0.75, ProbeSearch.balanced(new double[] {0.5, 0.1}, new double[] {0, 0, 0.2}, 0.2));
  }

  @Test
  void theBestLayerFitsBestAndHasTheWidestGap() {
    ProbeSearch.Found one = new ProbeSearch.Found(0, h(1, 0), 0, 1, 0.5, 0.1);
    ProbeSearch.Found two = new ProbeSearch.Found(1, h(1, 0), 0, 1, 0.4, 0.3);
    ProbeSearch.Found three = new ProbeSearch.Found(2, h(1, 0), 0, 0.9, 1, 0.9);
    assertEquals(two, ProbeSearch.best(List.of(one, two, three)));
  }

  @Test
  void tooFewOrEqualPromptsAreRefused() {
    List<float[]> few = List.of(h(1, 0), h(1, 0), h(1, 0));
    List<float[]> enough = List.of(h(1, 0), h(1, 0), h(1, 0), h(1, 0));
    assertThrows(FaultException.class, () -> ProbeSearch.at(0, few, enough));
    assertThrows(FaultException.class, () -> ProbeSearch.at(0, enough, enough));
  }
}
