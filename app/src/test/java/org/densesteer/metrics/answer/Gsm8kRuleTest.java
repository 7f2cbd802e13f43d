package org.densesteer.metrics.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Gsm8kRuleTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "She has 3 + 4 = 7 apples. | 7",
        "Final Answer: \\boxed{18} | 18",
        "Final Answer: \\boxed{18}. | 18",
        "It costs $1,234.50. | 1234.50",
        "It costs $1,234. | 1234",
        "The answer is -5 | -5",
        "The answer is - 5 | 5",
        "so 10-3 | -3",
        "\\boxed{7} of the 9 eggs | 9",
        "100% | 100",
        "3/4 | 4",
        "about 2.50 dollars | 2.50",
        "1, 2, and 3 | 3",
        "It takes 5... | 5..",
        "Wait... | ..",
        "-$20 | -20"
      })
  void takesTheLastMatchCleaned(String response, String expected) {
    assertEquals(Optional.of(expected), Gsm8kRule.predicted(response));
  }

  @Test
  void findsNothingWithoutADigitOrARunOfMarks() {
    assertEquals(Optional.empty(), Gsm8kRule.predicted("I do not know."));
    assertEquals(Optional.empty(), Gsm8kRule.predicted(""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"18 | 18", "$18.00 | 18.00", "27.0 | 27.0"})
  void readsGold(String gold, String expected) {
    assertEquals(expected, Gsm8kRule.gold(gold));
  }

  @Test
  void readsTheNumberAfterTheLastMark() {
    assertEquals("7", Gsm8kRule.gold("3 + 4 = <<3+4=7>>7\n#### 7"));
    assertEquals("2125", Gsm8kRule.gold("#### 1 #### 2,125\n"));
    assertEquals("18", Gsm8kRule.gold("####18"));
    assertEquals(Optional.of("56"), Gsm8kRule.predicted("7 x 8 = 55 + 1\n#### 56"));
  }

  @ParameterizedTest
  @CsvSource({
    "18, 18, true",
    "18.00, 18, true",
    "018, 18, true",
    "0.50, .5, true",
    "-0, 0, true",
    "-18, 18, false",
    "18.01, 18, false",
    "180, 18, false",
    "1.2.3, 1.2.3, true",
    "1.2.3, 1.2.30, false",
    "., 0, false",
    "9007199254740993, 9007199254740992, false"
  })
  void comparesAsTextThenAsNumbers(String predicted, String gold, boolean same) {
    assertEquals(same, Gsm8kRule.same(predicted, gold));
  }
}
