package org.densesteer.common;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class TextsTest {

  private static final String[] LANGUAGES = OtherLocale.ALL;

  @ParameterizedTest
  @FieldSource("LANGUAGES")
  void numbersLookAlikeInEveryLanguage(String language) {
    try (OtherLocale here = new OtherLocale(language)) {
      assertNotEquals("1,234,567 0.5", "%,d %.1f".formatted(1234567, 0.5), "the language differs");
      assertEquals("1,234,567 0.5 -25", Texts.of("%,d %.1f %d", 1234567, 0.5, -25));
    }
  }

  @Test
  void withoutValuesOnlyTheFormatIsFilledIn() {
    assertEquals("100 %", Texts.of("100 %%"));
    assertEquals("null", Texts.of("%s", (Object) null));
  }

  @Test
  void whatAModelWritesIsNoCommandToATerminal() {
    assertEquals("a␛[2Jb␀\n\tc\r\nd␍e\uFFFDf", Texts.shown("a\u001b[2Jb\0\n\tc\r\nd\re\u009bf"));
  }
}
