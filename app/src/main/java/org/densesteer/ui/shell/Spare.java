package org.densesteer.ui.shell;

import javafx.beans.InvalidationListener;
import javafx.scene.Node;
import javafx.scene.Scene;
import org.densesteer.ui.common.Fx;
import org.densesteer.ui.settings.Settings;
import org.densesteer.ui.settings.TextSize;

/** Parts of the window that it can do without where it is narrow for its text. */
public final class Spare {

  private Spare() {}

  /**
   * Hides the spare nodes while the scene that {@code anchor} is in is too narrow.
   *
   * @param least width in ems that the spare nodes need
   */
  public static void hideBelow(double least, Node anchor, Settings settings, Node... spare) {
    anchor
        .sceneProperty()
        .addListener(
            (property, before, scene) -> {
              if (scene != null) {
                follow(scene, least, settings, spare);
              }
            });
  }

  private static void follow(Scene scene, double least, Settings settings, Node... spare) {
    InvalidationListener resized =
        changed -> {
          double width = TextSize.ems(scene.getWidth(), settings);
          if (width > 0) {
            show(width >= least, spare);
          }
        };
    scene.widthProperty().addListener(resized);
    settings.textScaleProperty().addListener(resized);
    resized.invalidated(scene.widthProperty());
  }

  private static void show(boolean room, Node... spare) {
    for (Node node : spare) {
      Fx.visible(node, room);
    }
  }
}
