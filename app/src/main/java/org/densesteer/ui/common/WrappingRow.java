package org.densesteer.ui.common;

import javafx.scene.Node;
import javafx.scene.layout.FlowPane;

/** A row that wishes to be as wide as its content, and wraps where it gets less. */
public class WrappingRow extends FlowPane {

  /** An empty row. */
  public WrappingRow() {
    setMinWidth(0);
  }

  @Override
  protected double computePrefWidth(double height) {
    double width = 0;
    int shown = 0;
    for (Node child : getManagedChildren()) {
      width += snapSizeX(child.prefWidth(-1));
      shown++;
    }
    double gaps = Math.max(0, shown - 1) * snapSpaceX(getHgap());
    return snappedLeftInset() + width + gaps + snappedRightInset();
  }

  /** Without a width to keep to, all stands in one line. */
  @Override
  protected double computePrefHeight(double width) {
    return super.computePrefHeight(width < 0 ? computePrefWidth(-1) : width);
  }
}
