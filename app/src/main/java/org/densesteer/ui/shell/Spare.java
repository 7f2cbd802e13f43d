package org.densesteer.ui.shell;

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
    Fx.follow(anchor.sceneProperty(), scene -> follow(scene, least, settings, spare));
  }

  private static void follow(Scene scene, double least, Settings settings, Node... spare) {
    scene
        .widthProperty()
        .flatMap(
            width ->
                settings
                    .textScaleProperty()
                    .map(text -> TextSize.ems(width.doubleValue(), settings)))
        .subscribe(
            ems -> {
              if (ems > 0) {
                show(ems >= least, spare);
              }
            });
  }

  private static void show(boolean room, Node... spare) {
    for (Node node : spare) {
      Fx.visible(node, room);
    }
  }
}
