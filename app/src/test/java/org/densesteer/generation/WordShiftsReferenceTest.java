package org.densesteer.generation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.densesteer.steering.Positions;
import org.junit.jupiter.api.Test;

/**
 * Lifted and suppressed tokens of a greedy answer of 40 tokens against transformers 5.18.0 on torch
 * 2.13.0 in float32, where a forward hook adds the sample vector at layer 4 with λ = 1 to one of
 * two passes over the finished text, and the sums are taken in float64.
 */
class WordShiftsReferenceTest {

  private static final int[] PROMPT = {
    463, 460, 10, 409, 359, 32, 49, 50, 316, 46, 304, 328, 32, 55, 371, 314, 32, 116, 104, 101, 110,
    356, 32, 53, 32, 116, 111, 265, 46, 275, 367, 359, 263, 374, 63, 464, 10, 463, 458, 10
  };

  @Test
  void sumsAreThoseOfTwoPasses() {
    try (ModelSession session = SampleSession.open()) {
      Trace trace =
          SampleSession.answer(
              session,
              session.rawPrompt(PROMPT),
              List.of(SampleSession.steering(4, 1, Positions.EVERYWHERE)),
              40);
      WordShifts words = trace.words();
      assertEquals(40, words.positions());
      List<WordShift> lifted = words.lifted(5);
      assertEquals(
          List.of(454, 407, 97, 392, 416), lifted.stream().map(WordShift::tokenId).toList());
      assertEquals(510.6367, lifted.get(0).nats(), 5e-3);
      assertEquals(499.3655, lifted.get(1).nats(), 5e-3);
      assertEquals(12.106, lifted.get(1).expected(), 1e-3);
      List<WordShift> suppressed = words.suppressed(5);
      assertEquals(List.of(447, 449), suppressed.stream().map(WordShift::tokenId).toList());
      assertEquals(-158.4346, suppressed.get(0).nats(), 5e-3);
      WordShift seven = words.of(55).orElseThrow();
      assertEquals(0.0187, seven.nats(), 5e-3);
      assertEquals(-10.3082, seven.expected(), 1e-3);
    }
  }

  @Test
  void withoutAPushNothingShifts() {
    try (ModelSession session = SampleSession.open()) {
      Trace trace =
          SampleSession.answer(
              session,
              session.rawPrompt(PROMPT),
              List.of(SampleSession.steering(4, 0, Positions.EVERYWHERE)),
              10);
      assertTrue(trace.words().shifts().isEmpty());
      assertEquals(
          WordShifts.NONE,
          SampleSession.answer(session, session.rawPrompt(PROMPT), List.of(), 5).words());
    }
  }
}
