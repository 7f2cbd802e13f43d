package org.densesteer.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.densesteer.generation.Arm;
import org.densesteer.generation.StopReason;
import org.densesteer.generation.Trace;
import org.junit.jupiter.api.Test;

/** Counted by hand; token i has NLL i + 1 with the prompt, and 10·i alone. */
class ReasoningMeasuresTest {

  private static Trace trace(boolean beginsInBlock, String... texts) {
    Trace plain = Traces.of(texts);
    double[] alone = new double[Math.max(0, texts.length - 1)];
    for (int i = 0; i < alone.length; i++) {
      alone[i] = 10 * (i + 1);
    }
    return new Trace(
        Arm.baseline(), plain.tokens(), plain.text(), StopReason.LENGTH, alone, 1, beginsInBlock);
  }

  private static ReasoningMeasures measure(Trace trace) {
    return ReasoningMeasures.of(trace, Traces::words).orElseThrow();
  }

  @Test
  void tellsBlockAndAnswerApart() {
    ReasoningMeasures both =
        measure(
            trace(
                false,
                "<think>",
                "\n",
                "one two",
                "\n\n",
                "three",
                "</think>",
                "\n\n",
                "It is",
                " 42"));
    assertEquals(new PartMeasures(2, 3, 1.5, 7, 4, 35), both.block());
    assertEquals(new PartMeasures(1, 3, 3, 2, 8.5, 75), both.answer());
    assertTrue(both.closed());
  }

  @Test
  void aStepThatSpansTheEndOfTheBlockIsOneOverallAndTwoHere() {
    Trace trace = trace(false, "<think>", "one", "</think>", "\n", "42");
    assertEquals(1, AnswerMeasures.of(trace, Traces::words).steps());
    ReasoningMeasures both = measure(trace);
    assertEquals(1, both.block().steps());
    assertEquals(1, both.answer().steps());
  }

  @Test
  void aBlockThatWasCutLeavesNoAnswer() {
    ReasoningMeasures both = measure(trace(false, "<think>", "one", " two"));
    assertFalse(both.closed());
    assertEquals(new PartMeasures(1, 2, 2, 3, 2, 15), both.block());
    assertEquals(0, both.answer().steps());
    assertEquals(0, both.answer().generated());
    assertTrue(Double.isNaN(both.answer().nllWithPrompt()));
  }

  @Test
  void theTemplateMayHaveOpenedTheBlock() {
    ReasoningMeasures closed = measure(trace(true, "one", "</think>", "42"));
    assertEquals(2, closed.block().generated());
    assertEquals(1, closed.answer().generated());
    ReasoningMeasures cut = measure(trace(true, "one", " two"));
    assertEquals(2, cut.block().generated());
    assertFalse(cut.closed());
    assertEquals("", trace(true, "one", " two").textOutsideBlocks().strip());
  }

  @Test
  void thereMayBeNoBlock() {
    assertEquals(Optional.empty(), ReasoningMeasures.of(trace(false, "42"), Traces::words));
    assertEquals(
        Optional.empty(), ReasoningMeasures.of(Traces.trace(List.of(), ""), Traces::words));
  }
}
