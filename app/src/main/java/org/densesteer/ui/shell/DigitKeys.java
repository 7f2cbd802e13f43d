package org.densesteer.ui.shell;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * Which digit a key of the upper row or the number pad bears, also on layouts that shift for it.
 */
public final class DigitKeys {

  private static final String FRENCH_ROW = "&é\"'(-è_ç";

  private DigitKeys() {}

  /** The digit from 1 to 9; 0 for every other key. */
  public static int digit(KeyEvent event) {
    return digit(event.getCode(), event.getText());
  }

  static int digit(KeyCode code, String text) {
    if (code.isDigitKey()) {
      return code.getName().charAt(code.getName().length() - 1) - '0';
    }
    int french =
        switch (code) {
          case AMPERSAND -> 1;
          case QUOTEDBL -> 3;
          case QUOTE -> 4;
          case LEFT_PARENTHESIS -> 5;
          default -> 0;
        };
    // Letters with accents have no code of their own.
    return french == 0 && code == KeyCode.UNDEFINED && text.length() == 1
        ? FRENCH_ROW.indexOf(text.charAt(0)) + 1
        : french;
  }
}
