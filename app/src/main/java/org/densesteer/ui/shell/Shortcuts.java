package org.densesteer.ui.shell;

import javafx.collections.ObservableMap;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCombination.Modifier;
import javafx.scene.input.KeyEvent;
import org.densesteer.ui.common.Page;
import org.densesteer.ui.compare.CompareViewModel;
import org.densesteer.ui.model.ModelState;
import org.densesteer.ui.model.ModelViewModel;
import org.densesteer.ui.steering.SteeringViewModel;

/** The window's keys. */
final class Shortcuts {

  private static final KeyCombination RUN = shortcut(KeyCode.ENTER);

  private final ShellViewModel shell;
  private final ModelViewModel models;
  private final CompareViewModel compare;
  private final SteeringViewModel steering;
  private final ModalOverlay overlay;

  Shortcuts(
      ShellViewModel shell,
      ModelViewModel models,
      CompareViewModel compare,
      SteeringViewModel steering,
      ModalOverlay overlay) {
    this.shell = shell;
    this.models = models;
    this.compare = compare;
    this.steering = steering;
    this.overlay = overlay;
  }

  void install(Scene scene) {
    // Text areas would take these for themselves.
    scene.addEventFilter(KeyEvent.KEY_PRESSED, this::first);
    ObservableMap<KeyCombination, Runnable> keys = scene.getAccelerators();
    keys.put(shortcut(KeyCode.H), this::toggleNotebook);
    keys.put(shortcut(KeyCode.Z), steering::undo);
    keys.put(shortcut(KeyCode.Z, KeyCombination.SHIFT_DOWN), steering::redo);
    keys.put(shortcut(KeyCode.Y), steering::redo);
    keys.put(shortcut(KeyCode.PLUS), shell::enlargeText);
    keys.put(shortcut(KeyCode.EQUALS), shell::enlargeText);
    keys.put(shortcut(KeyCode.EQUALS, KeyCombination.SHIFT_DOWN), shell::enlargeText);
    keys.put(shortcut(KeyCode.ADD), shell::enlargeText);
    keys.put(shortcut(KeyCode.MINUS), shell::shrinkText);
    keys.put(shortcut(KeyCode.SUBTRACT), shell::shrinkText);
    keys.put(shortcut(KeyCode.DIGIT0), shell::resetText);
    keys.put(shortcut(KeyCode.NUMPAD0), shell::resetText);
    keys.put(alt(KeyCode.UP), () -> steering.moveStrength(1, false));
    keys.put(alt(KeyCode.DOWN), () -> steering.moveStrength(-1, false));
    keys.put(alt(KeyCode.UP, KeyCombination.SHIFT_DOWN), () -> steering.moveStrength(1, true));
    keys.put(alt(KeyCode.DOWN, KeyCombination.SHIFT_DOWN), () -> steering.moveStrength(-1, true));
    keys.put(alt(KeyCode.RIGHT), () -> steering.moveLayer(1));
    keys.put(alt(KeyCode.LEFT), () -> steering.moveLayer(-1));
  }

  private void toggleNotebook() {
    if (!shell.presentingProperty().get()) {
      boolean there = shell.pageProperty().get() == Page.NOTEBOOK;
      shell.pageProperty().set(there ? Page.COMPARE : Page.NOTEBOOK);
    }
  }

  private void first(KeyEvent event) {
    if (overlay.shownProperty().get()) {
      return;
    }
    if (RUN.match(event)) {
      shell.pageProperty().set(Page.COMPARE);
      compare.run();
      event.consume();
    } else if (event.getCode() == KeyCode.F11) {
      shell.togglePresenting();
      event.consume();
    } else if (event.getCode() == KeyCode.ESCAPE && escape()) {
      event.consume();
    }
  }

  /** Ends what lies on top: a run or its wait, then loading, then presenting. */
  private boolean escape() {
    if (compare.runningProperty().get() || compare.waitingProperty().get()) {
      compare.stop();
    } else if (models.stateProperty().get() == ModelState.LOADING) {
      models.cancelLoading();
    } else if (shell.presentingProperty().get()) {
      shell.togglePresenting();
    } else {
      return false;
    }
    return true;
  }

  private static KeyCombination shortcut(KeyCode code, Modifier... more) {
    return combination(code, KeyCombination.SHORTCUT_DOWN, more);
  }

  private static KeyCombination alt(KeyCode code, Modifier... more) {
    return combination(code, KeyCombination.ALT_DOWN, more);
  }

  private static KeyCombination combination(KeyCode code, Modifier first, Modifier... more) {
    Modifier[] all = new Modifier[more.length + 1];
    all[0] = first;
    System.arraycopy(more, 0, all, 1, more.length);
    return new KeyCodeCombination(code, all);
  }
}
