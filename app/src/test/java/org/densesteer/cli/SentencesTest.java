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

  @org.junit.jupiter.api.Test
  void isOneLine() {
    assertEquals("First second.", Sentences.ended("First\n  second"));
  }
}
