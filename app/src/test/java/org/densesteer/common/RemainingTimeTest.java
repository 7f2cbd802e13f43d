package org.densesteer.common;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class RemainingTimeTest {

  private long now;
  private final RemainingTime remaining = new RemainingTime(() -> now);

  @Test
  void extrapolatesFromWhatIsDone() {
    now = 10_000_000_000L;
    assertEquals(" · about 3 min left", remaining.describe(0.05));
    assertEquals(" · about 30 s left", remaining.describe(0.25));
  }

  @Test
  void saysNothingTooEarlyOrWithoutAFraction() {
    assertEquals("", remaining.describe(0.5));
    now = 10_000_000_000L;
    assertEquals("", remaining.describe(0.001));
    assertEquals("", remaining.describe(-1));
    assertEquals("", remaining.describe(1));
  }

  @Test
  void whatWasDoneEarlierTookNoTimeNow() {
    now = 5_000_000_000L;
    remaining.goOnFrom(0.5);
    now = 15_000_000_000L;
    assertEquals(" · about 40 s left", remaining.describe(0.6));
    assertEquals("", remaining.describe(0.51));
  }

  @Test
  void anotherPartOfTheJobIsTimedByItself() {
    now = 100_000_000_000L;
    assertEquals(" · about 11 s left", remaining.describe(0.9));
    assertEquals("", remaining.describe(0));
    now = 110_000_000_000L;
    assertEquals(" · about 10 s left", remaining.describe(0.5));
  }
}
