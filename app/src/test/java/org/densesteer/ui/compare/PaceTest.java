package org.densesteer.ui.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PaceTest {

  private long nanos;
  private final Pace pace = new Pace(() -> nanos);

  /** How many of a hundred tokens are shown by a time, when looked at sixty times a second. */
  private int shownAfter(double seconds, int limit, int from) {
    int shown = from;
    for (double t = 0; t < seconds; t += 1.0 / 60) {
      nanos += 1_000_000_000L / 60;
      pace.tick(limit);
      while (shown < 100 && pace.allows(shown)) {
        shown++;
      }
    }
    return shown;
  }

  @Test
  void aQuickModelIsShownAtTheLimit() {
    assertEquals(20, shownAfter(2, 10, 0), 1);
  }

  @Test
  void withoutALimitEverythingIsShownAtOnce() {
    pace.tick(0);
    assertTrue(pace.allows(99));
  }

  @Test
  void aPauseIsNotMadeUpForInABurst() {
    int shown = shownAfter(1, 10, 0);
    nanos += 60_000_000_000L;
    pace.tick(10);
    int burst = 0;
    while (pace.allows(shown + burst)) {
      burst++;
    }
    assertTrue(burst <= 4, "a quarter of a second's tokens and one, not " + burst);
  }

  @Test
  void aLimitThatIsSetInTheMiddleHoldsFromThere() {
    pace.tick(0);
    for (int i = 0; i < 50; i++) {
      assertTrue(pace.allows(i));
    }
    assertEquals(60, shownAfter(1, 10, 50), 2);
  }
}
