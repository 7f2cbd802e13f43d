package org.densesteer.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.densesteer.steering.Step;
import org.junit.jupiter.api.Test;

class TraceMeasuresTest {

  private static TraceMeasures of(String... texts) {
    return TraceMeasures.of(Traces.of(texts), Traces::words);
  }

  @Test
  void handComputedFigures() {
    // NLLs 1..6; the blank line belongs to the step before it, a token without text to the last.
    TraceMeasures measures = of("Two", " apples.", "\n\n", "So", " 4", "");
    assertEquals(new AnswerMeasures(2, 4, 2, 3.5, Double.NaN), measures.answer());
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
  void anEmptyResponse() {
    AnswerMeasures nothing = new AnswerMeasures(1, 0, 0, Double.NaN, Double.NaN);
    assertEquals(new TraceMeasures(nothing, List.of()), of());
  }

  @Test
  void aResponseWithoutText() {
    AnswerMeasures one = new AnswerMeasures(1, 0, 0, 1, Double.NaN);
    assertEquals(new TraceMeasures(one, List.of()), of(""));
  }

  @Test
  void aTokenThatBeginsWithTheBlankLineBelongsToTheNextStep() {
    List<StepMeasures> steps = of("a", "\n\nb").perStep();
    assertEquals(0, steps.get(0).lastToken());
    assertEquals(1, steps.get(1).firstToken());
  }
}
