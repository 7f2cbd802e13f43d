package org.densesteer.extraction;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.nio.file.Path;
import org.densesteer.model.Tokenizer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReadingTest {

  private static final int PROMPT = 2;

  private final Tokenizer tokenizer = Tokenizer.open(Path.of("app", "sample-model"));

  @AfterEach
  void close() {
    tokenizer.close();
  }

  private float[] weights(Reading reading, String answer) {
    return reading.weights(PROMPT, answer, tokenizer.count(answer), tokenizer::count);
  }

  @Test
  void lastTokenIsTheAnswersLast() {
    assertArrayEquals(new float[] {0, 0, 0, 0, 0, 1}, weights(Reading.LAST_TOKEN, "So we add."));
  }

  @Test
  void responseMeanLeavesThePromptOut() {
    assertArrayEquals(
        new float[] {0, 0, 0.25f, 0.25f, 0.25f, 0.25f},
        weights(Reading.RESPONSE_MEAN, "So we add."));
  }

  @Test
  void stepEndsAreTheTokensBeforeTheBreaks() {
    assertArrayEquals(
        new float[] {0, 0, 0, 0.5f, 0, 0, 0.5f}, weights(Reading.STEP_ENDS, "So we\n\nThen."));
  }

  @Test
  void blankStepsHaveNoEnd() {
    assertArrayEquals(
        new float[] {0, 0, 0, 0.5f, 0, 0, 0, 0.5f, 0},
        weights(Reading.STEP_ENDS, "So we\n\n\n\nThen.\n\n"));
  }

  @Test
  void stepBreaksAreTheBlankLinesButThatBeforeTheAnswer() {
    assertArrayEquals(
        new float[] {0, 0, 0, 0, 0.5f, 0, 0, 0.5f, 0, 0, 0, 0, 0},
        weights(Reading.STEP_BREAKS, "So we\n\nThen.\n\nSo.\n\nThen."));
  }

  @Test
  void aSingleBreakCounts() {
    assertArrayEquals(
        new float[] {0, 0, 0, 0, 1, 0, 0}, weights(Reading.STEP_BREAKS, "So we\n\nThen."));
  }

  @Test
  void withoutABreakTheLastTokenCounts() {
    assertArrayEquals(new float[] {0, 0, 0, 1}, weights(Reading.STEP_BREAKS, "So we"));
  }
}
