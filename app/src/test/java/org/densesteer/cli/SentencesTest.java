package org.densesteer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentencesTest {

  @ParameterizedTest
  @CsvSource({"It failed,It failed.", "It failed.,It failed.", "Why?,Why?", "' a ',a."})
  void endsWithOneMark(String text, String expected) {
    assertEquals(expected, Sentences.ended(text));
  }

  @ParameterizedTest
  @CsvSource({
    "`9999999999` is not an int,`9999999999` is too large a number",
    "`-99999999999999999999` is not a long,`-99999999999999999999` is too small a number",
    "`2.5` is not an int,`2.5` is not a whole number",
    "`x` is not a double,`x` is not a number",
    "Error: Missing it,Missing it"
  })
  void numbersAreCalledWhatTheyAre(String text, String expected) {
    assertEquals(expected.replace('`', '\''), Sentences.plain(text.replace('`', '\'')));
  }

  @org.junit.jupiter.api.Test
  void isOneLine() {
    assertEquals("First second.", Sentences.ended("First\n  second"));
  }
}
