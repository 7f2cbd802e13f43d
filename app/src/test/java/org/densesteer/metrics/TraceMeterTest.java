package org.densesteer.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.densesteer.generation.TokenEvent;
import org.junit.jupiter.api.Test;

class TraceMeterTest {

  private static final String[] PIECES = {
    "a",
    " b",
    "\n",
    "\n\n",
    "\n\n\n",
    "",
    " ",
    ".\n\n",
    "\n\nc",
    "d\n\ne",
    "f\n\n\n\ng\n\n",
    "\u00a0"
  };

  @Test
  void equalsTheBatchResultAtEveryToken() {
    Random random = new Random(7);
    for (int round = 0; round < 300; round++) {
      TraceMeter meter = new TraceMeter(Traces::words);
      List<TokenEvent> tokens = new ArrayList<>();
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < 40; i++) {
        TokenEvent token =
            Traces.token(i, i, PIECES[random.nextInt(PIECES.length)], random.nextInt(100) / 8.0);
        tokens.add(token);
        text.append(token.text());
        meter.accept(token);
        TraceMeasures batch =
            TraceMeasures.of(Traces.trace(tokens, text.toString()), Traces::words);
        assertEquals(batch, meter.measures(), () -> "after " + tokens);
      }
    }
  }

  @Test
  void encodesOnlyTheLastStepAgain() {
    AtomicInteger characters = new AtomicInteger();
    TraceMeter meter =
        new TraceMeter(
            text -> {
              characters.addAndGet(text.length());
              return Traces.words(text);
            });
    for (int i = 0; i < 2000; i++) {
      meter.accept(Traces.token(i, i, i % 10 == 9 ? ".\n\n" : " word", 1));
      meter.measures();
    }
    // 200 steps of at most 46 characters, each looked at ten times
    assertTrue(characters.get() < 200 * 10 * 46, () -> "encoded " + characters);
    assertEquals(200, meter.measures().answer().steps());
  }

  @Test
  void doesNotEncodeAgainWhatDidNotChange() {
    AtomicInteger calls = new AtomicInteger();
    TraceMeter meter = new TraceMeter(text -> calls.incrementAndGet());
    meter.accept(Traces.token(0, 0, "a", 1));
    meter.measures();
    meter.measures();
    meter.accept(Traces.token(1, 1, " ", 1));
    meter.measures();
    assertEquals(1, calls.get());
  }

  @Test
  void resetForgets() {
    TraceMeter meter = new TraceMeter(Traces::words);
    meter.accept(Traces.token(0, 0, "a\n\nb\n\nc", 1));
    meter.reset();
    assertEquals(new TraceMeter(Traces::words).measures(), meter.measures());
    meter.accept(Traces.token(0, 0, "d e", 2));
    assertEquals(2, meter.measures().answer().density());
    assertEquals(2, meter.measures().answer().nllWithPrompt());
  }

  @Test
  void afterAResetTheStepsAreThoseOfTheNewResponse() {
    TraceMeter used = new TraceMeter(Traces::words);
    used.accept(Traces.token(0, 0, "a\n\nb\n\nc", 1));
    used.reset();
    TraceMeter fresh = new TraceMeter(Traces::words);
    for (TraceMeter meter : List.of(used, fresh)) {
      meter.accept(Traces.token(0, 0, "d e f", 2));
      meter.accept(Traces.token(1, 1, "\n\ng", 4));
    }
    assertEquals(fresh.measures(), used.measures());
    assertEquals(
        List.of(3, 1), used.measures().perStep().stream().map(StepMeasures::tokens).toList());
  }
}
