package org.densesteer.ui.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.densesteer.generation.TokenEvent;
import org.densesteer.notebook.RunAnswer;
import org.densesteer.notebook.RunArm;
import org.densesteer.notebook.Runs;
import org.junit.jupiter.api.Test;

class ReplayClockTest {

  /** An arm whose tokens were known at these times. */
  private static RunArm arm(double... milliseconds) {
    RunArm arm = Runs.full().arms().get(0);
    TokenEvent like = arm.answer().tokens().get(0);
    List<TokenEvent> tokens = new ArrayList<>();
    for (double time : milliseconds) {
      tokens.add(
          new TokenEvent(
              0,
              tokens.size(),
              like.tokenId(),
              "x",
              like.nll(),
              like.probability(),
              like.rank(),
              like.kl(),
              like.alignment(),
              like.push(),
              like.strength(),
              like.alternatives(),
              time));
    }
    RunAnswer answer = arm.answer();
    return new RunArm(
        arm.name(),
        null,
        arm.steerings(),
        List.of(),
        new RunAnswer(
            tokens, "x".repeat(tokens.size()), answer.stopReason(), new double[0], 9, false),
        arm.figures(),
        null);
  }

  @Test
  void tokensAreDueAtTheirOwnTimes() {
    ReplayClock clock = new ReplayClock(List.of(arm(10, 20, 200), arm(15, 16)));
    clock.advance(15, 1, 0);
    assertEquals(1, clock.due(0));
    assertEquals(1, clock.due(1));
    clock.advance(10, 1, 0);
    assertEquals(2, clock.due(0));
    assertEquals(2, clock.due(1));
    assertFalse(clock.ended());
    clock.advance(174, 1, 0);
    assertFalse(clock.ended());
    clock.advance(1, 1, 0);
    assertTrue(clock.ended());
  }

  @Test
  void aSpeedDividesEveryTime() {
    ReplayClock clock = new ReplayClock(List.of(arm(100, 200, 300, 400)));
    clock.advance(50, 4, 0);
    assertEquals(2, clock.due(0));
    clock.advance(400, 0.25, 0);
    assertEquals(3, clock.due(0));
  }

  @Test
  void aLimitHoldsBackAndTheTimesGoOnFromWhereItHeld() {
    double[] quick = new double[100];
    for (int i = 0; i < 100; i++) {
      quick[i] = i;
    }
    ReplayClock clock = new ReplayClock(List.of(arm(quick)));
    for (int i = 0; i < 100; i++) {
      clock.advance(10, 1, 20);
    }
    assertEquals(20, clock.due(0), 1);
    int held = clock.due(0);
    clock.advance(10, 1, 0);
    assertEquals(held + 10, clock.due(0), 1);
  }

  @Test
  void withoutTimesTokensComeEvenly() {
    ReplayClock clock = new ReplayClock(List.of(arm(Double.NaN, Double.NaN, Double.NaN)));
    assertFalse(clock.timed());
    clock.advance(100, 1, 0);
    assertEquals(2, clock.due(0));
  }

  @Test
  void aStepGoesToTheNextTokenOfAnyArm() {
    ReplayClock clock = new ReplayClock(List.of(arm(10, 20), arm(10, 15)));
    clock.step();
    assertEquals(1, clock.due(0));
    assertEquals(1, clock.due(1));
    clock.step();
    assertEquals(1, clock.due(0));
    assertEquals(2, clock.due(1));
    clock.restart();
    assertEquals(0, clock.due(0));
  }
}
