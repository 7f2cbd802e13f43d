package org.densesteer.ui.steering;

import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;

/** Keyboard steps and the double-click that every slider of the workbench knows. */
final class SliderKeys {

  /** Hears steps. */
  @FunctionalInterface
  interface Steps {
    /** Moves by so many steps, whole or fine. */
    void move(int steps, boolean fine);
  }

  private SliderKeys() {}

  static void install(Node slider, Steps steps, Runnable toDefault) {
    slider.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          int direction =
              switch (event.getCode()) {
                case RIGHT, UP -> 1;
                case LEFT, DOWN -> -1;
                case PAGE_UP -> 10;
                case PAGE_DOWN -> -10;
                default -> 0;
              };
          if (direction != 0 && !event.isShortcutDown() && !event.isAltDown()) {
            steps.move(direction, event.isShiftDown());
            event.consume();
          }
        });
    slider.addEventFilter(
        MouseEvent.MOUSE_CLICKED,
        event -> {
          if (event.getClickCount() == 2) {
            toDefault.run();
            event.consume();
          }
        });
  }
}
