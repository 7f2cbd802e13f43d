package org.densesteer.metrics.answer;

import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
  void aNumberAsGoldTakesTheLastNumberEvenWithABox() {
    AnswerChecker checker = AnswerChecker.of("7");
    assertTrue(checker.isCorrect("Final Answer: \\boxed{7}"));
    assertFalse(checker.isCorrect("\\boxed{7}, which took 3 steps"));
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
    assertEquals(Optional.empty(), PredictedAnswer.of("no idea"));
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
        "^{"
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
            PredictedAnswer.of(response);
          }
          assertTrue(MathRule.same(flood, flood));
        });
  }
}
