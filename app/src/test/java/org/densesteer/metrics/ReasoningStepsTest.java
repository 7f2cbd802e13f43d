package org.densesteer.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReasoningStepsTest {

  @Test
  void splitsAtBlankLinesAndStripsEachPart() {
    assertEquals(
        List.of(new Step(1, 2, 4, "ab"), new Step(2, 7, 10, "c d"), new Step(3, 13, 14, "e")),
        ReasoningSteps.split("  ab\n\n c d\n\n\ne\n"));
  }

  @Test
  void dropsEmptyParts() {
    assertEquals(
        List.of(new Step(1, 4, 5, "a"), new Step(2, 11, 12, "b")),
        ReasoningSteps.split("\n\n\n\na\n\n \t\n\nb\n\n"));
  }

  @Test
  void keepsSingleLineBreaksAndSpacedBlankLinesInside() {
    assertEquals(List.of(new Step(1, 0, 7, "a\nb\n \nc")), ReasoningSteps.split("a\nb\n \nc"));
  }

  @Test
  void splitsThreeLineBreaksAfterTheSecond() {
    List<Step> steps = ReasoningSteps.split("a\n\n\n\nb");
    assertEquals(List.of(new Step(1, 0, 1, "a"), new Step(2, 5, 6, "b")), steps);
  }

  @Test
  void stripsWhatPythonStrips() {
    assertEquals(
        List.of(new Step(1, 3, 4, "a")), ReasoningSteps.split("\u00a0\u0085\u202fa\u2007\u3000"));
  }

  @Test
  void keepsWhatPythonKeeps() {
    assertEquals("\u200ba\ufeff", ReasoningSteps.split("\u200ba\ufeff").get(0).text());
  }

  @Test
  void carriageReturnsDoNotSeparate() {
    assertEquals(1, ReasoningSteps.count("a\r\n\r\nb"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n", "\n\n", "\n\n\n\n \n\n"})
  void blankTextHasNoPartButCountsAsOneStep(String text) {
    assertEquals(List.of(), ReasoningSteps.split(text));
    assertEquals(1, ReasoningSteps.count(text));
  }

  @Test
  void countsParts() {
    assertEquals(3, ReasoningSteps.count("one\n\ntwo\n\nthree"));
  }
}
