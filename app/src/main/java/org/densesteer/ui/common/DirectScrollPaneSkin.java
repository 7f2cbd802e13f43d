package org.densesteer.ui.common;

import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.skin.ScrollPaneSkin;

/**
 * A scroll pane's looks, painted straight onto the window. JavaFX's own keeps a picture of all that
 * can be seen and paints all of that picture again for every letter that changes in it; where the
 * processor paints, that was four fifths of the work while answers grow. Style sheets choose it.
 */
public final class DirectScrollPaneSkin extends ScrollPaneSkin {

  /** The looks of {@code pane}. */
  public DirectScrollPaneSkin(ScrollPane pane) {
    super(pane);
    for (Node part : getChildren()) {
      if (part.getStyleClass().contains("viewport")) {
        part.setCache(false);
      }
    }
  }
}
