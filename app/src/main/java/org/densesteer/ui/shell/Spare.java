package org.densesteer.ui.shell;

import javafx.scene.Node;
import javafx.scene.Scene;

/** Parts of the toolbar that a narrow window can do without. */
final class Spare {

  /** Below this width, in pixels, the toolbar has no room for captions. */
  private static final double NARROW = 1250;

  private Spare() {}

  /** Hides the spare nodes while the scene that {@code anchor} is in is narrow. */
  static void hideWhenNarrow(Node anchor, Node... spare) {
    anchor
        .sceneProperty()
        .flatMap(Scene::widthProperty)
        .addListener(
            (property, before, now) -> {
              boolean room = now == null || now.doubleValue() >= NARROW;
              for (Node node : spare) {
                node.setVisible(room);
                node.setManaged(room);
              }
            });
  }
}
