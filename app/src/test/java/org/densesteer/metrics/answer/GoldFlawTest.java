package org.densesteer.metrics.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoldFlawTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GSM8K | 18 |",
        "GSM8K | work #### 1,234 |",
        "GSM8K | 9 (apples) |",
        "GSM8K | 3/4 |",
        "GSM8K | None | “None” says that there is no answer",
        "GSM8K | many | “many” holds no number",
        "GSM8K | work #### | it is empty",
        "MATH | \\frac{1}{2} |",
        "MATH | \\text{Evelyn} |",
        "MATH | \\text{none} |",
        "MATH | so \\boxed{x+1} holds for all of the numbers that are there |",
        "MATH | nan | “nan” says that there is no answer",
        "MATH | \\frac{1}{2 | “\\frac{1}{2” cannot stand in a box",
        "MATH | x} | “x}” cannot stand in a box"
      })
  void tellsWhatNoResponseCanMatch(AnswerStyle style, String gold, String flaw) {
    assertEquals(Optional.ofNullable(flaw), GoldFlaw.of(style, gold));
  }
}
