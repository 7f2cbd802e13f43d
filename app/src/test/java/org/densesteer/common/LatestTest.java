package org.densesteer.common;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class LatestTest {

  private final Latest latest = new Latest();

  @Test
  void onlyTheNewestCounts() {
    Latest.Turn first = latest.start();
    assertTrue(first.current());
    Latest.Turn second = latest.start();
    assertFalse(first.current());
    assertTrue(second.current());
    assertTrue(second.current(), "being asked changes nothing");
  }

  @Test
  void whatIsForgottenCountsNoMore() {
    Latest.Turn turn = latest.start();
    latest.forget();
    assertFalse(turn.current());
  }

  @Test
  void lateAnswersAreDropped() {
    List<String> taken = new ArrayList<>();
    Latest.Turn first = latest.start();
    Consumer<String> firstTaker = first.only(taken::add);
    firstTaker.accept("in time");
    Consumer<String> secondTaker = latest.start().only(taken::add);
    secondTaker.accept("second");
    firstTaker.accept("too late");
    assertEquals(List.of("in time", "second"), taken);
  }
}
