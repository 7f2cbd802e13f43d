package org.densesteer.metrics.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberInTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "none |",
        "It takes 5... | 5",
        "1, 2, and 3. | 1;2;3",
        "1,234,567.89! | 1,234,567.89",
        "1,23,456 | 1,23,456",
        "9{,}500 and 9\\,500 | 9{,}500;9\\,500",
        "12,34 | 12;34",
        "123,456 | 123,456",
        "1234,567 | 1234;567",
        "pages 10-12 | 10;12",
        "x = -3, -$20 | -3;-$20",
        "(-3) - 4 | -3;4",
        "3/4 of a 24/7 | 3/4;24/7",
        "2 1/2 hours | 2 1/2",
        "2½ | 2½",
        "\\frac{3}{4} | \\frac{3}{4}",
        "50\\% of .5 | 50\\%;.5",
        "1.8 \\times 10^{4} km | 1.8 \\times 10^{4}",
        "2e3 eggs, 2eggs | 2e3;2",
        "version 1.2.3 | 1.2;.3"
      })
  void findsNumbers(String text, String numbers) {
    List<String> expected = numbers == null ? List.of() : List.of(numbers.split(";"));
    assertEquals(expected, NumberInText.all(text).stream().map(n -> n.in(text)).toList());
  }
}
