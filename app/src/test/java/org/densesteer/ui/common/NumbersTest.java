package org.densesteer.ui.common;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {

  @ParameterizedTest
  @CsvSource({"2,+2.00", "-0.5,−0.50", "0,0.00", "0.05,+0.0500", "-12.345,−12.35"})
  void signedShowsItsSign(double value, String text) {
    assertEquals(text, Numbers.signed(value));
  }

  @ParameterizedTest
  @ValueSource(doubles = {2, -0.5, 0, 0.05, -12.34})
  void parseReadsWhatSignedWrites(double value) {
    assertEquals(value, Numbers.parse(Numbers.signed(value)).orElseThrow());
  }

  @Test
  void parseTakesWhatPeopleType() {
    assertEquals(1.5, Numbers.parse(" 1,5 ").orElseThrow());
    assertEquals(-2, Numbers.parse("–2").orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "two", "NaN", "Infinity", "1e999", "1d", "1.2.3", "1,000", "-2,500"})
  void parseRefusesTheRest(String text) {
    assertTrue(Numbers.parse(text).isEmpty(), text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2,000|2000",
        "1.000|1000",
        "1,024|1024",
        "1 000|1000",
        "1'234'567|1234567",
        "1’234|1234",
        "12|12"
      })
  void threeDigitsBehindAMarkAreThousandsInAWholeNumber(String typed, double number) {
    assertEquals(number, Numbers.parseWhole(typed).orElseThrow());
  }

  @ParameterizedTest
  @CsvSource({"950,950", "9500,10 k", "2500000,2.5 M", "1540000000,1.5 B"})
  void compactRounds(long count, String text) {
    assertEquals(text, Numbers.compact(count));
  }
}
