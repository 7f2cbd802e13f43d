package org.densesteer.ui.common;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import org.jspecify.annotations.Nullable;

/**
 * A scroll pane that would be as high as its content at its width, and scrolls only where it gets
 * less. JavaFX's own asks for a fixed height whatever it shows.
 */
public final class FittingScrollPane extends ScrollPane {

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computePrefHeight(double width) {
    @Nullable Node content = getContent();
    double edges = snappedTopInset() + snappedBottomInset();
    if (content == null) {
      return edges;
    }
    double inner = width < 0 ? -1 : width - snappedLeftInset() - snappedRightInset();
    return edges + snapSizeY(content.prefHeight(inner));
  }
}
