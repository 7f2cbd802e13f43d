package org.densesteer.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

class DigitKeysTest {

  @Test
  void digitsOfRowAndPad() {
    assertEquals(1, DigitKeys.digit(KeyCode.DIGIT1, "1"));
    assertEquals(4, DigitKeys.digit(KeyCode.NUMPAD4, ""));
    assertEquals(0, DigitKeys.digit(KeyCode.DIGIT0, "0"));
    assertEquals(0, DigitKeys.digit(KeyCode.A, "a"));
  }

  /** The French row bears digits on the same keys, behind Shift. */
  @Test
  void digitsOfARowThatShiftsForThem() {
    assertEquals(1, DigitKeys.digit(KeyCode.AMPERSAND, "&"));
    assertEquals(2, DigitKeys.digit(KeyCode.UNDEFINED, "é"));
    assertEquals(3, DigitKeys.digit(KeyCode.QUOTEDBL, "\""));
    assertEquals(4, DigitKeys.digit(KeyCode.QUOTE, "'"));
    assertEquals(5, DigitKeys.digit(KeyCode.LEFT_PARENTHESIS, "("));
    assertEquals(0, DigitKeys.digit(KeyCode.UNDEFINED, ""));
  }
}
