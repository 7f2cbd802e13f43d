package org.densesteer.ui;

import java.io.InputStream;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCombination;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.densesteer.ui.settings.Settings;
import org.densesteer.ui.settings.WindowPlace;

/** The window itself: where it stands, and what it shows. */
final class WorkbenchWindow {

  private static final int[] ICON_SIZES = {32, 64, 256};

  private final Stage stage;
  private final WorkbenchParts parts;
  private final WindowPlace wanted;

  WorkbenchWindow(Stage stage, WorkbenchParts parts) {
    this.stage = stage;
    this.parts = parts;
    Settings settings = parts.settings();
    WindowPlace place = onScreen(settings.windowProperty().get());
    wanted = place;
    Scene scene = new Scene(parts.root(), place.width(), place.height());
    parts.dress(scene);
    stage.setScene(scene);
    parts.guard(stage);
    stage.titleProperty().bind(parts.session().titleProperty());
    for (int size : ICON_SIZES) {
      InputStream icon = WorkbenchWindow.class.getResourceAsStream("icon-" + size + ".png");
      if (icon != null) {
        stage.getIcons().add(new Image(icon));
      }
    }
    stage.setMinWidth(WindowPlace.LEAST_WIDTH);
    stage.setMinHeight(WindowPlace.LEAST_HEIGHT);
    stage.setFullScreenExitHint("");
    stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
    if (place.placed()) {
      stage.setX(place.x());
      stage.setY(place.y());
    }
    stage.setMaximized(place.maximized());
    parts.shell().presentingProperty().addListener((p, before, now) -> stage.setFullScreen(now));
    // The platform's own way out of full screen ends presenting, too.
    stage.fullScreenProperty().addListener((p, before, now) -> parts.shell().endPresentingIf(!now));
  }

  /** The remembered place; only its size, as far as there is room, where the screens are others. */
  static WindowPlace onScreen(WindowPlace place) {
    if (place.placed() && hasRoom(place)) {
      return place;
    }
    Rectangle2D screen = screen();
    return new WindowPlace(
        Double.NaN,
        Double.NaN,
        Math.min(place.width(), screen.getWidth()),
        Math.min(place.height(), screen.getHeight()),
        place.maximized());
  }

  /** Whether the screens that it lies on, beside or above each other, could hold it. */
  private static boolean hasRoom(WindowPlace place) {
    double width = 0;
    double height = 0;
    for (Screen screen :
        Screen.getScreensForRectangle(place.x(), place.y(), place.width(), place.height())) {
      width += screen.getVisualBounds().getWidth();
      height += screen.getVisualBounds().getHeight();
    }
    return place.width() <= width && place.height() <= height;
  }

  private static Rectangle2D screen() {
    return Screen.getPrimary().getVisualBounds();
  }

  /**
   * Shows the window and what was open last.
   *
   * @param bringBack whether what a window left that was not closed is brought back without asking
   */
  void show(boolean bringBack) {
    stage.show();
    // No control looks chosen before a person chose one.
    stage.getScene().getRoot().requestFocus();
    parts.restore(bringBack);
    remember();
    FirstSize.hold(stage, wanted, screen());
  }

  private void remember() {
    Runnable note =
        () -> {
          if (!stage.isFullScreen()) {
            WindowPlace before = parts.settings().windowProperty().get();
            parts
                .settings()
                .windowProperty()
                .set(
                    stage.isMaximized()
                        ? new WindowPlace(
                            before.x(), before.y(), before.width(), before.height(), true)
                        : new WindowPlace(
                            stage.getX(),
                            stage.getY(),
                            stage.getScene().getWidth(),
                            stage.getScene().getHeight(),
                            false));
          }
        };
    stage.xProperty().addListener((property, before, now) -> note.run());
    stage.yProperty().addListener((property, before, now) -> note.run());
    // The scene's, which follows the stage's: noted with the stage, its size would be the last one.
    stage.getScene().widthProperty().addListener((property, before, now) -> note.run());
    stage.getScene().heightProperty().addListener((property, before, now) -> note.run());
    stage.maximizedProperty().addListener((property, before, now) -> note.run());
  }

  void close() {
    parts.close();
  }
}
