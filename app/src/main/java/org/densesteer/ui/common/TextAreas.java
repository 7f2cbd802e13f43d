package org.densesteer.ui.common;

import javafx.event.Event;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** How text areas behave in a form. */
public final class TextAreas {

  private TextAreas() {}

  /** Lets Tab go to the next control instead of typing a tab. */
  public static void tabLeaves(TextArea area) {
    area.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          // A text area takes Ctrl+Tab for what Tab does elsewhere.
          if (event.getCode() == KeyCode.TAB && !event.isControlDown()) {
            Event.fireEvent(
                area,
                new KeyEvent(
                    event.getSource(),
                    event.getTarget(),
                    event.getEventType(),
                    event.getCharacter(),
                    event.getText(),
                    event.getCode(),
                    event.isShiftDown(),
                    true,
                    event.isAltDown(),
                    event.isMetaDown()));
            event.consume();
          }
        });
  }
}
