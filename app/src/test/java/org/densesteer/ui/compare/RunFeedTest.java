package org.densesteer.ui.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.densesteer.generation.StopReason;
import org.densesteer.generation.TokenEvent;
import org.junit.jupiter.api.Test;

class RunFeedTest {

  private long nanos;
  private final RunFeed feed = new RunFeed(() -> nanos);

  private void token(int arm, int index) {
    feed.onToken(new TokenEvent(arm, index, 1, "x", 0, 1, 1, 0, 0, 0, 0, List.of()));
  }

  private List<RunNews> after(double seconds, int limit) {
    nanos += (long) (seconds * 1e9);
    return feed.take(limit);
  }

  private static long tokens(List<RunNews> news, int arm) {
    return news.stream()
        .filter(item -> item instanceof RunNews.Token token && token.event().arm() == arm)
        .count();
  }

  @Test
  void everythingComesAtOnceWithoutALimit() {
    token(0, 0);
    feed.onArmEnd(0, StopReason.END_OF_TEXT);
    feed.complete(List.of(), null);
    assertEquals(3, after(0.01, 0).size());
  }

  @Test
  void anArmThatCameInABurstDoesNotHoldTheOtherBack() {
    for (int i = 0; i < 8; i++) {
      token(0, i);
    }
    for (int i = 0; i < 4; i++) {
      token(1, i);
    }
    List<RunNews> shown = after(0.2, 10);
    assertEquals(2, tokens(shown, 0));
    assertEquals(2, tokens(shown, 1));
  }

  @Test
  void anEndWaitsForTheTokensBeforeIt() {
    token(0, 0);
    token(1, 0);
    token(1, 1);
    feed.onArmEnd(0, StopReason.END_OF_TEXT);
    feed.onArmEnd(1, StopReason.END_OF_TEXT);
    feed.complete(List.of(), null);
    List<RunNews> shown = after(0.1, 10);
    assertEquals(3, shown.size());
    assertTrue(shown.get(2) instanceof RunNews.ArmEnd end && end.arm() == 0);
    List<RunNews> rest = after(0.1, 10);
    assertEquals(3, rest.size());
    assertTrue(rest.get(2) instanceof RunNews.Ended);
  }
}
