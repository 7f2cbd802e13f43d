package org.densesteer.metrics.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberAmongWordsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Tom has 18 | 18",
        "3 + 4 = 7 | 7",
        "the sum = 18 cm | 18",
        "18 cm |",
        "3 or 4 |",
        "x = 3 or 4 |",
        "none |"
      })
  void oneThatIsClear(String answer, @Nullable String number) {
    assertEquals(Optional.ofNullable(number), NumberAmongWords.of(answer));
  }
}
