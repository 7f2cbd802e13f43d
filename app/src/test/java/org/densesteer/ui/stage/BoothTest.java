package org.densesteer.ui.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.densesteer.ui.common.HandTimers;
import org.junit.jupiter.api.Test;

class BoothTest {

  private final HandTimers timers = new HandTimers();
  private int resets;
  private final Booth booth = new Booth(timers, () -> resets++);

  private void seconds(int count) {
    for (int i = 0; i < count; i++) {
      timers.elapse(1000);
    }
  }

  @Test
  void theLastSecondsAreCountedDownAndThenItBeginsAnew() {
    booth.minutesProperty().set(2);
    booth.open(true);
    seconds(109);
    assertEquals(0, booth.leftProperty().get());
    seconds(1);
    assertEquals(10, booth.leftProperty().get());
    seconds(9);
    assertEquals(1, booth.leftProperty().get());
    assertEquals(0, resets);
    seconds(1);
    assertEquals(1, resets);
    assertEquals(0, booth.leftProperty().get());
    seconds(120);
    assertEquals(2, resets);
  }

  @Test
  void whoeverDoesSomethingStartsTheWaitAnew() {
    booth.minutesProperty().set(1);
    booth.open(true);
    seconds(30);
    assertFalse(booth.stir());
    seconds(55);
    assertEquals(5, booth.leftProperty().get());
    assertTrue(booth.stir(), "it ended the countdown");
    assertEquals(0, booth.leftProperty().get());
    seconds(59);
    assertEquals(0, resets);
  }

  @Test
  void offByDefaultAndOffStage() {
    booth.open(true);
    seconds(1000);
    booth.minutesProperty().set(1);
    booth.open(false);
    seconds(1000);
    assertEquals(0, resets);
  }
}
