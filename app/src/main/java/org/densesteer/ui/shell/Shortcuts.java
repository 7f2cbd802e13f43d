package org.densesteer.ui.shell;

import java.util.List;
import java.util.Set;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.densesteer.ui.compare.CompareViewModel;
import org.densesteer.ui.help.Command;
import org.densesteer.ui.model.ModelState;
import org.densesteer.ui.model.ModelViewModel;
import org.jspecify.annotations.Nullable;

/** The window's keys. */
final class Shortcuts {

  /** Text areas and lists would take these for themselves. */
  private static final Set<KeyCode> FIRST =
      Set.of(KeyCode.ENTER, KeyCode.F1, KeyCode.F11, KeyCode.K, KeyCode.H);

  /** The size of text is a sheet's matter too; what a sheet covers is not touched under it. */
  private static final Set<KeyCode> IN_SHEETS =
      Set.of(
          KeyCode.PLUS,
          KeyCode.EQUALS,
          KeyCode.ADD,
          KeyCode.MINUS,
          KeyCode.SUBTRACT,
          KeyCode.DIGIT0,
          KeyCode.NUMPAD0);

  private final List<Command> commands;
  private final ShellViewModel shell;
  private final ModelViewModel models;
  private final CompareViewModel compare;
  private final ModalOverlay overlay;
  private final Presentation stage;

  Shortcuts(
      List<Command> commands,
      ShellViewModel shell,
      ModelViewModel models,
      CompareViewModel compare,
      ModalOverlay overlay,
      Presentation stage) {
    this.commands = commands;
    this.shell = shell;
    this.models = models;
    this.compare = compare;
    this.overlay = overlay;
    this.stage = stage;
  }

  void install(Scene scene) {
    scene.addEventFilter(KeyEvent.KEY_PRESSED, this::first);
    for (Command command : commands) {
      for (KeyCombination key : command.keys()) {
        boolean inSheets =
            key instanceof KeyCodeCombination code && IN_SHEETS.contains(code.getCode());
        scene.getAccelerators().put(key, inSheets ? command.action() : beneath(command));
      }
    }
    // What Esc ends depends on what lies on top.
    scene.getAccelerators().remove(KeyCombination.valueOf("Esc"));
  }

  private Runnable beneath(Command command) {
    return () -> {
      if (!overlay.shownProperty().get()) {
        command.action().run();
      }
    };
  }

  private void first(KeyEvent event) {
    if (overlay.shownProperty().get()) {
      return;
    }
    boolean presenting = shell.presentingProperty().get();
    if (presenting && stage.pressed(event)
        || event.getCode() == KeyCode.ESCAPE && escape(presenting)) {
      event.consume();
    } else if (FIRST.contains(event.getCode()) || pageKey(event) != null) {
      KeyCombination page = pageKey(event);
      commands.stream()
          .filter(
              command ->
                  command.keys().stream().anyMatch(key -> key.match(event) || key.equals(page)))
          .findFirst()
          .ifPresent(
              command -> {
                command.action().run();
                event.consume();
              });
    }
  }

  /** The key of a page whose digit is on the key that was pressed; null for another key. */
  private static @Nullable KeyCombination pageKey(KeyEvent event) {
    int digit = event.isShortcutDown() && !event.isAltDown() ? DigitKeys.digit(event) : 0;
    return digit == 0 ? null : ShellCommands.pageKey(digit);
  }

  /** Ends what lies on top: a run or its wait, then loading, then what is on stage, then that. */
  private boolean escape(boolean presenting) {
    if (compare.runningProperty().get() || compare.waitingProperty().get()) {
      compare.stop();
    } else if (models.stateProperty().get() == ModelState.LOADING) {
      models.cancelLoading();
    } else if (!presenting) {
      return false;
    } else if (!stage.escape()) {
      shell.togglePresenting();
    }
    return true;
  }
}
