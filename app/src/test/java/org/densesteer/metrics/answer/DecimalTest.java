package org.densesteer.metrics.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalTest {

  @ParameterizedTest
  @CsvSource({
    "7, 7",
    "007, 7",
    "+7, 7",
    "-7, -7",
    "1200.50, 1200.5",
    ".5, 0.5",
    "-.5, -0.5",
    "5., 5",
    "0, 0",
    "-0, 0",
    "-0.00, 0",
    "000.000, 0",
    "100, 100",
    "0.10, 0.1",
    "0.01, 0.01",
    "123456789012345678901234567890.1, 123456789012345678901234567890.1"
  })
  void writesNumbersInOneWay(String text, String written) {
    assertEquals(Optional.of(written), Decimal.parse(text).map(Decimal::text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-", "+", ".", "-.", "1.2.3", "1e3", "--1", "1 2", "٣", "x"})
  void knowsWhatIsNone(String text) {
    assertEquals(Optional.empty(), Decimal.parse(text));
  }
}
