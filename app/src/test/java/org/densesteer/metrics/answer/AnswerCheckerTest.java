package org.densesteer.metrics.answer;

import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.densesteer.common.FaultException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerCheckerTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "18 | GSM8K",
        "-3.5 | GSM8K",
        "27.0 | GSM8K",
        "1,234 | GSM8K",
        "$5 | GSM8K",
        "12,34,567 | GSM8K",
        "1,2 | MATH",
        "0,5 | MATH",
        "3 + 4 = 7. The answer is: 7 | GSM8K",
        "words #### 18 | GSM8K",
        "\\frac{1}{2} | MATH",
        "1/2 | MATH",
        "p - q | MATH",
        "\\text{Evelyn} | MATH",
        "90^\\circ | MATH"
      })
  void choosesTheRuleByTheGoldAnswer(String gold, AnswerStyle style) {
    assertEquals(style, AnswerStyle.ofGold(gold));
    assertEquals(style, AnswerChecker.of(gold).style());
  }

  @Test
  void aNumberAsGoldTakesTheBoxBeforeALaterNumber() {
    AnswerChecker checker = AnswerChecker.of("7");
    assertTrue(checker.isCorrect("Final Answer: \\boxed{7}"));
    assertTrue(checker.isCorrect("\\boxed{7}, which took 3 steps"));
    assertFalse(checker.isCorrect("\\boxed{8}, which took 7 steps"));
    assertFalse(checker.isCorrectByBenchmark("\\boxed{7}, which took 3 steps"));
  }

  @Test
  void aNumberAsGoldTakesWhatIsCalledTheAnswerBeforeALaterNumber() {
    AnswerChecker checker = AnswerChecker.of("7");
    assertTrue(checker.isCorrect("The answer is 7. It took 3 steps."));
    assertTrue(checker.isCorrect("**Final answer:** 7 eggs (of 12)"));
    assertTrue(checker.isCorrect("#### 7\n\nThat was problem 12."));
    assertTrue(checker.isCorrect("The answer is 3 and 4 together. So 7"));
    assertFalse(checker.isCorrect("The answer is 8. It took 7 steps."));
  }

  @Test
  void theBenchmarksOwnRulesAreTheSecondFigure() {
    AnswerChecker number = AnswerChecker.of("9500");
    assertTrue(number.isCorrect("\\boxed{9{,}500}"));
    assertFalse(number.isCorrectByBenchmark("\\boxed{9{,}500}"));
    assertEquals(Optional.of("500"), number.predictedByBenchmark("\\boxed{9{,}500}"));
    assertEquals(Optional.of("9500"), number.predicted("\\boxed{9{,}500}"));
    AnswerChecker latex = AnswerChecker.of(AnswerStyle.MATH, "2.5");
    assertTrue(latex.isCorrect("\\boxed{\\frac52}"));
    assertFalse(latex.isCorrectByBenchmark("\\boxed{\\frac52}"));
    assertTrue(latex.isCorrectByBenchmark("\\boxed{2.5}"));
  }

  @Test
  void takesAnyOfSeveralGoldAnswers() {
    AnswerChecker checker = AnswerChecker.of(AnswerStyle.MATH, List.of("5", "\\text{five}"));
    assertTrue(checker.isCorrect("\\boxed{five}"));
    assertTrue(checker.isCorrect("\\boxed{5}"));
    assertFalse(checker.isCorrect("\\boxed{6}"));
    assertEquals("5", checker.gold());
    assertEquals(List.of("5", "\\text{five}"), checker.accepted());
  }

  @Test
  void reasoningBlocksAreNoAnswer() {
    AnswerChecker checker = AnswerChecker.of("12");
    assertFalse(checker.isCorrect("<think>\nSo 12"));
    assertFalse(checker.isCorrect("<think>It is \\boxed{12}.</think>"));
    assertFalse(checker.isCorrectByBenchmark("<think>\nSo 12"));
    assertTrue(checker.isCorrect("<think>13?</think>\n\n12"));
    assertTrue(checker.isCorrect("13? No.\n</think>\n\n12"));
    assertEquals(Optional.empty(), PredictedAnswer.of("<think>\nSo 12"));
  }

  @Test
  void latexAsGoldTakesTheLastBox() {
    AnswerChecker checker = AnswerChecker.of("\\frac{14}{3}");
    assertTrue(
        checker.isCorrect("First \\boxed{2}. No: \\boxed{\\dfrac{14}{3}}, found in 5 steps."));
    assertFalse(checker.isCorrect("It is \\frac{14}{3}."));
  }

  @Test
  void aGivenRuleIsKept() {
    AnswerChecker checker = AnswerChecker.of(AnswerStyle.MATH, "7");
    assertTrue(checker.isCorrect("\\boxed{7}, which took 3 steps"));
    assertFalse(checker.isCorrect("7"));
  }

  @Test
  void noAnswerIsWrong() {
    assertFalse(AnswerChecker.of("7").isCorrect(""));
    assertFalse(AnswerChecker.of("p").isCorrect(""));
    assertEquals(Optional.empty(), AnswerChecker.of("p").predicted("p"));
  }

  @Test
  void tellsTheGoldAnswer() {
    assertEquals("18", AnswerChecker.of("9 * 2 = 18\n#### 18").gold());
  }

  @Test
  void comparesTwoResponses() {
    AnswerChecker checker = AnswerChecker.of("1");
    assertTrue(checker.sameAnswer("it is 5", "so 5.0 in all"));
    assertFalse(checker.sameAnswer("it is 5", "it is 6"));
    assertFalse(checker.sameAnswer("none", "none"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "solution without number ####"})
  void refusesABlankGoldAnswer(String gold) {
    FaultException fault =
        assertThrows(
            FaultException.class,
            () -> AnswerChecker.of(gold.isBlank() ? AnswerStyle.MATH : AnswerStyle.GSM8K, gold));
    assertTrue(fault.getMessage().contains("no gold answer"));
  }

  @Test
  void displaysTheBoxElseTheLastNumber() {
    assertEquals(Optional.of("x+1"), PredictedAnswer.of("\\boxed{ x+1 } in 3 steps"));
    assertEquals(Optional.of("3"), PredictedAnswer.of("x+1 in 3 steps"));
    assertEquals(Optional.of("3"), PredictedAnswer.of("\\boxed{} 3"));
    assertEquals(Optional.of("1234"), PredictedAnswer.of("\\boxed{1,234}"));
    assertEquals(Optional.empty(), PredictedAnswer.of("no idea"));
  }

  @Test
  void displaysWhatTheRulesOfOthersRead() {
    assertEquals(
        Optional.of("1234"),
        PredictedAnswer.byFlexibleExtract("<think>\n9\n</think>\nIt is 1,234."));
    assertEquals(Optional.empty(), PredictedAnswer.byFlexibleExtract("no idea"));
    assertEquals(
        Optional.of("2"),
        PredictedAnswer.byMathRelease("<think>\n\\boxed{1}\n</think>\n\\boxed{2} then"));
    assertEquals(Optional.empty(), PredictedAnswer.byMathRelease("2"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "}",
        "\\boxed{",
        "7",
        "-",
        "$",
        ".",
        ",",
        "1,",
        "1,000",
        "\\frac",
        "\\frac{",
        "{}",
        " ",
        "\\frac1",
        "\\sqrt",
        "\\text{ ",
        "\\text{ a}",
        "x=",
        "\\left",
        "^\\circ",
        "\\",
        "\\boxed ",
        "1/",
        "^{",
        "1,1",
        "9{,}",
        "answer is 1 ",
        "\\boxed 1",
        "#### 1",
        "<think>",
        "</think>",
        "1 cm ",
        "(a,"
      })
  void hostileInputTakesLinearTime(String piece) {
    checkFlood(piece.repeat(200_000 / piece.length()));
  }

  @Test
  void aMillionDigitsTakeLinearTime() {
    checkFlood("7".repeat(1_000_000));
  }

  private static void checkFlood(String flood) {
    String boxed = "\\boxed{" + flood + "}";
    assertTimeoutPreemptively(
        ofSeconds(5),
        () -> {
          for (String response : new String[] {flood, boxed}) {
            assertFalse(AnswerChecker.of("12345").isCorrect(response));
            assertFalse(AnswerChecker.of("p - q").isCorrect(response));
            assertFalse(AnswerChecker.of("p - q").isCorrectByBenchmark(response));
            PredictedAnswer.of(response);
          }
          assertTrue(EqualValue.same(flood, flood));
          assertFalse(EqualValue.same(flood, "12345"));
        });
  }

  @Test
  void eachBenchmarkComparesInItsOwnWay() {
    assertTrue(AnswerChecker.of("9500").isCorrectByBenchmark("That makes $9,500"));
    assertFalse(AnswerChecker.of(AnswerStyle.MATH, "9500").isCorrectByBenchmark("\\boxed{9,500}"));
    assertTrue(AnswerChecker.of(AnswerStyle.MATH, "k=5").isCorrectByBenchmark("\\boxed{5}"));
  }

  @Test
  void theLastAnswerThatAGoldTextTellsCounts() {
    assertEquals(
        "x+1",
        AnswerChecker.of(AnswerStyle.MATH, "The answer is: x. No, the answer is: x+1.").gold());
  }
}
