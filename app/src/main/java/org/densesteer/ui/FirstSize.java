package org.densesteer.ui;

import javafx.animation.PauseTransition;
import javafx.beans.InvalidationListener;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.densesteer.ui.settings.WindowPlace;

/**
 * Gives a window its size once more right after it appeared. Some window managers (openbox) map a
 * window at its least size, whatever size it asked for; and how large the frame is that they put
 * around it is known only then.
 */
final class FirstSize {

  private static final Duration MAPPING = Duration.seconds(2);
  private static final Duration REST = Duration.millis(100);
  private static final int MOST_TRIES = 3;

  private final Stage stage;
  private final Scene scene;
  private final WindowPlace wanted;
  private final Rectangle2D screen;
  private final PauseTransition rest = new PauseTransition(REST);
  private final PauseTransition mapping = new PauseTransition(MAPPING);
  private final InvalidationListener resized = changed -> rest.playFromStart();
  private int tries;

  private FirstSize(Stage stage, WindowPlace wanted, Rectangle2D screen) {
    this.stage = stage;
    this.scene = stage.getScene();
    this.wanted = wanted;
    this.screen = screen;
  }

  /**
   * Holds the stage, which was just shown, to a size until it has surely been mapped.
   *
   * @param screen where a window may be on the screen that windows come up on
   */
  static void hold(Stage stage, WindowPlace wanted, Rectangle2D screen) {
    if (!wanted.maximized()) {
      new FirstSize(stage, wanted, screen).watch();
    }
  }

  private void watch() {
    rest.setOnFinished(event -> insist());
    mapping.setOnFinished(event -> leave());
    stage.widthProperty().addListener(resized);
    stage.heightProperty().addListener(resized);
    rest.play();
    mapping.play();
  }

  private void insist() {
    // A stage that was given another scene is another window.
    if (stage.getScene() != scene
        || stage.isMaximized()
        || stage.isFullScreen()
        || tries++ == MOST_TRIES) {
      leave();
      return;
    }
    if (stage.getWidth() <= WindowPlace.LEAST_WIDTH
        && stage.getHeight() <= WindowPlace.LEAST_HEIGHT) {
      stage.setWidth(stage.getWidth() + wanted.width() - stage.getScene().getWidth());
      stage.setHeight(stage.getHeight() + wanted.height() - stage.getScene().getHeight());
    } else if (!wanted.placed()) {
      keepOnScreen();
    }
  }

  /** Only a window that nobody has placed: others may span several screens. */
  private void keepOnScreen() {
    if (stage.getWidth() > screen.getWidth()) {
      stage.setX(screen.getMinX());
      stage.setWidth(screen.getWidth());
    }
    if (stage.getHeight() > screen.getHeight()) {
      stage.setY(screen.getMinY());
      stage.setHeight(screen.getHeight());
    }
  }

  private void leave() {
    stage.widthProperty().removeListener(resized);
    stage.heightProperty().removeListener(resized);
    rest.stop();
    mapping.stop();
  }
}
