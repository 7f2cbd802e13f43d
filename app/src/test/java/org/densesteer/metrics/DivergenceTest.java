package org.densesteer.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class DivergenceTest {

  @Test
  void firstTokenThatDiffers() {
    assertEquals(
        OptionalInt.of(2),
        Divergence.firstDifference(Traces.ofIds(4, 5, 6, 7), Traces.ofIds(4, 5, 9, 7)));
    assertEquals(OptionalInt.of(0), Divergence.firstDifference(Traces.ofIds(4), Traces.ofIds(5)));
  }

  @Test
  void oneGoesOnAfterTheOther() {
    assertEquals(
        OptionalInt.of(2), Divergence.firstDifference(Traces.ofIds(4, 5), Traces.ofIds(4, 5, 6)));
  }

  @Test
  void theSame() {
    assertEquals(
        OptionalInt.empty(), Divergence.firstDifference(Traces.ofIds(4, 5), Traces.ofIds(4, 5)));
    assertEquals(OptionalInt.empty(), Divergence.firstDifference(Traces.ofIds(), Traces.ofIds()));
  }

  @Test
  void commonPrefixOfGrowingResponses() {
    assertEquals(2, Divergence.commonPrefix(new int[] {1, 2}, new int[] {1, 2, 3}));
    assertEquals(0, Divergence.commonPrefix(new int[] {}, new int[] {1}));
  }
}
