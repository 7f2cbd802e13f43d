package org.densesteer.ui.sweep;

import javafx.scene.layout.Region;

/** An effect as a point on its interval, beside a line at zero. */
final class ForestBar extends Region {

  private static final double HEIGHT = 18;
  private static final double POINT = 9;
  private static final double MARGIN = 6;

  private final ForestPicture.Row row;
  private final double low;
  private final double high;
  private final Region zero = part("forest-zero");
  private final Region interval = part("forest-interval");
  private final Region point = part("forest-point");

  ForestBar(ForestPicture.Row row, double low, double high) {
    this.row = row;
    this.low = low;
    this.high = high;
    getStyleClass().add("forest-bar");
    setMinHeight(HEIGHT);
    setMaxWidth(Double.MAX_VALUE);
    getChildren().add(zero);
    if (!Double.isNaN(row.effect())) {
      getChildren().addAll(interval, point);
    }
  }

  private static Region part(String style) {
    Region part = new Region();
    part.getStyleClass().add(style);
    return part;
  }

  private double x(double value) {
    double span = high > low ? high - low : 1;
    return MARGIN + (value - low) / span * (getWidth() - 2 * MARGIN);
  }

  @Override
  protected void layoutChildren() {
    double middle = getHeight() / 2;
    zero.resizeRelocate(Math.round(x(0)), 0, 1, getHeight());
    if (!Double.isNaN(row.effect())) {
      interval.resizeRelocate(
          x(row.low()), middle - 1.5, Math.max(x(row.high()) - x(row.low()), 1), 3);
      point.resizeRelocate(x(row.effect()) - POINT / 2, middle - POINT / 2, POINT, POINT);
    }
  }
}
