package org.densesteer.ui.common;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class RhythmTest {

  private static final long FRAME = 16_666_667;

  private long now;

  /** How many of a second's frames are filled, when one that is filled makes the next one late. */
  private int filled(Rhythm rhythm, long late) {
    int filled = 0;
    for (long end = now + 1_000_000_000; now < end; ) {
      boolean due = rhythm.due();
      filled += due ? 1 : 0;
      now += due ? Math.max(FRAME, late) : FRAME;
    }
    return filled;
  }

  @Test
  void everyFrameIsFilledWhereFramesAreInTime() {
    assertEquals(60, filled(new Rhythm(() -> now, 0), 0));
  }

  @Test
  void whereTheProcessorPaintsTextIsShownTenTimesASecond() {
    assertEquals(10, filled(new Rhythm(() -> now, Rhythm.PAINTED_NS), 0));
  }

  @Test
  void dearFramesAreFewerButTextStaysAlive() {
    Rhythm rhythm = new Rhythm(() -> now, 0);
    int dear = filled(rhythm, 60_000_000);
    assertTrue(dear >= 7 && dear <= 9, "filled: " + dear);
    // And once they are cheap again, all are filled.
    filled(rhythm, 0);
    assertEquals(60, filled(rhythm, 0));
  }

  @Test
  void theFirstFrameIsFilledAtOnce() {
    now = -5;
    assertTrue(new Rhythm(() -> now, Rhythm.PAINTED_NS).due());
  }
}
