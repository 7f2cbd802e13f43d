package org.densesteer.ui.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.densesteer.generation.TokenEvent;
import org.junit.jupiter.api.Test;

class MeasuredPushTest {

  private static TokenEvent pushed(double push) {
    return new TokenEvent(0, 0, 1, "a", 0.1, 0.9, 1, 0, 0, push, 1, List.of());
  }

  @Test
  void isTheMeanOverThePositionsThatMoved() {
    MeasuredPush push = new MeasuredPush();
    assertTrue(Double.isNaN(push.mean()));
    push.accept(List.of(pushed(0), pushed(0)));
    assertEquals(0, push.mean());
    push.accept(List.of(pushed(0.2), pushed(0.4)));
    assertEquals(0.3, push.mean(), 1e-12);
  }
}
