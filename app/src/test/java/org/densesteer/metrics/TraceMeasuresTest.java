package org.densesteer.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.densesteer.generation.TokenEvent;
import org.densesteer.steering.Step;
import org.junit.jupiter.api.Test;

class TraceMeasuresTest {

  private static TraceMeasures of(String... texts) {
    return TraceMeasures.of(Traces.of(texts), Traces::words);
  }

  @Test
  void handComputedFigures() {
    // NLLs 1..6; the blank line belongs to the step before it, end of text to the last.
    TraceMeasures measures = of("Two", " apples.", "\n\n", "So", " 4", "");
    assertEquals(2, measures.steps());
    assertEquals(4, measures.tokens());
    assertEquals(2, measures.density());
    assertEquals(3.5, measures.nllWithPrompt());
    assertEquals(
        List.of(
            new StepMeasures(new Step(1, 0, 11, "Two apples."), 2, 2, 0, 2),
            new StepMeasures(new Step(2, 13, 17, "So 4"), 2, 5, 3, 5)),
        measures.perStep());
  }

  @Test
  void aTokenAcrossABlankLineBelongsWhereItsFirstVisibleCharacterLies() {
    List<StepMeasures> steps = of("a", ".\n\n", "\n\nb", "c\n\nd", "e").perStep();
    assertEquals(0, steps.get(0).firstToken());
    assertEquals(1, steps.get(0).lastToken());
    assertEquals(2, steps.get(1).firstToken());
    assertEquals(3, steps.get(1).lastToken());
    assertEquals(3.5, steps.get(1).nllWithPrompt());
    assertEquals(4, steps.get(2).firstToken());
    assertEquals(4, steps.get(2).lastToken());
  }

  @Test
  void leadingWhiteSpaceBelongsToTheFirstStep() {
    List<StepMeasures> steps = of("\n\n", "  ", "a").perStep();
    assertEquals(List.of(new StepMeasures(new Step(1, 4, 5, "a"), 1, 2, 0, 2)), steps);
  }

  @Test
  void aStepInsideOneTokenHasNoTokenOfItsOwn() {
    StepMeasures second = of("a\n\nb\n\n", "c").perStep().get(1);
    assertEquals(-1, second.firstToken());
    assertEquals(-1, second.lastToken());
    assertEquals(1, second.tokens());
    assertTrue(Double.isNaN(second.nllWithPrompt()));
  }

  @Test
  void bothConventionsOfNll() {
    List<TokenEvent> tokens =
        List.of(
            Traces.token(0, 7, "a", 0.5), Traces.token(1, 8, " b", 1.5), Traces.token(2, 9, "", 4));
    TraceMeasures measures = TraceMeasures.of(Traces.trace(tokens, "a b", 3.0, 5.0), Traces::words);
    assertEquals(2, measures.nllWithPrompt());
    assertEquals(4, measures.nllResponseOnly());
  }

  @Test
  void anEmptyResponse() {
    TraceMeasures measures = of();
    assertEquals(1, measures.steps());
    assertEquals(0, measures.density());
    assertTrue(Double.isNaN(measures.nllWithPrompt()));
    assertTrue(Double.isNaN(measures.nllResponseOnly()));
    assertEquals(List.of(), measures.perStep());
  }

  @Test
  void aResponseOfEndOfTextAlone() {
    TraceMeasures measures = of("");
    assertEquals(1, measures.nllWithPrompt());
    assertEquals(List.of(), measures.perStep());
  }
}
