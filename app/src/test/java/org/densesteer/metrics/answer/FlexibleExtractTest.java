package org.densesteer.metrics.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlexibleExtractTest {

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
    assertEquals(
        Optional.of(expected), FlexibleExtract.predicted(response).map(FlexibleExtract::clean));
  }

  @Test
  void findsNothingWithoutADigitOrARunOfMarks() {
    assertEquals(Optional.empty(), FlexibleExtract.predicted("I do not know."));
    assertEquals(Optional.empty(), FlexibleExtract.predicted(""));
  }

  /** As lm-evaluation-harness 0.4.13 compares, text with text. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "18 | 18 | true",
        "18. | 18 | true",
        "$1,234 | 1234 | true",
        "18.00 | 18 | false",
        "018 | 18 | false",
        "72.. | 72 | false",
        "-18 | 18 | false",
        "1.2.3 | 1.2.3 | true"
      })
  void comparesAsText(String predicted, String gold, boolean same) {
    assertEquals(same, FlexibleExtract.same(predicted, gold));
  }
}
