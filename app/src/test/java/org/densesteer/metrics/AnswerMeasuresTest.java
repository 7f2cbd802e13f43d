package org.densesteer.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.densesteer.generation.StopReason;
import org.densesteer.generation.batch.BatchAnswer;
import org.junit.jupiter.api.Test;

class AnswerMeasuresTest {

  private static AnswerMeasures of(String text, double[] nllWithPrompt, double... responseOnly) {
    BatchAnswer answer =
        new BatchAnswer(
            new int[nllWithPrompt.length], text, StopReason.LENGTH, nllWithPrompt, responseOnly);
    return AnswerMeasures.of(answer, Traces::words);
  }

  @Test
  void bothConventionsOfNll() {
    assertEquals(
        new AnswerMeasures(1, 2, 2, 2, 4), of("a b", new double[] {0.5, 1.5, 4}, 3.0, 5.0));
  }

  @Test
  void densityIsTokensOverSteps() {
    assertEquals(
        new AnswerMeasures(2, 5, 2.5, 1, Double.NaN),
        of("one two three\n\nfour five", new double[] {1}));
  }

  @Test
  void densityMovesWithFormattingAlone() {
    assertEquals(4, of("a b\nc d", new double[] {}).density());
    assertEquals(2, of("a b\n\nc d", new double[] {}).density());
  }

  @Test
  void aBlankResponseHasNoTokensInOneStep() {
    assertEquals(new AnswerMeasures(1, 0, 0, 2, Double.NaN), of("\n\n", new double[] {2}));
  }

  @Test
  void anEmptyResponseHasNoNll() {
    assertEquals(new AnswerMeasures(1, 0, 0, Double.NaN, Double.NaN), of("", new double[] {}));
  }
}
