package org.densesteer.ui.stage;

import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.densesteer.ui.help.Command;
import org.densesteer.ui.shell.DigitKeys;

/** Finds what a key does on stage. */
final class StageKeys {

  private final List<Command> commands;

  StageKeys(List<Command> commands) {
    this.commands = commands;
  }

  /** Does what the key is for; false where it is for nothing. */
  boolean press(KeyEvent event) {
    KeyCombination digit = digit(event);
    return commands.stream()
        .filter(
            command ->
                command.keys().stream().anyMatch(key -> key.match(event) || key.equals(digit)))
        .findFirst()
        .map(
            command -> {
              command.action().run();
              return true;
            })
        .orElse(false);
  }

  /** A digit is one on every layout, also where it needs Shift. */
  private static KeyCombination digit(KeyEvent event) {
    boolean plain = !event.isShortcutDown() && !event.isAltDown() && !event.isMetaDown();
    int digit = plain ? DigitKeys.digit(event) : 0;
    return digit == 0
        ? KeyCombination.NO_MATCH
        : new KeyCodeCombination(KeyCode.getKeyCode(Integer.toString(digit)));
  }
}
