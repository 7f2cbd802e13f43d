package org.densesteer.ui.trace;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/**
 * A figure on a line with those of random directions: a grey tick for each of them, a hollow one
 * for the baseline, and the arm's own in its colour.
 */
final class FloorTicks extends Pane {

  private static final double HEIGHT = 9;
  private static final double WIDTH = 46;

  private double[] places = {};

  FloorTicks() {
    getStyleClass().add("floor-ticks");
    setMinSize(WIDTH, HEIGHT);
    setPrefSize(WIDTH, HEIGHT);
    setMaxHeight(HEIGHT);
  }

  /** Shows values; those that are no number are left out. */
  void show(double own, double baseline, double[] random) {
    double[] all =
        DoubleStream.concat(Arrays.stream(random), DoubleStream.of(baseline, own)).toArray();
    double[] known = Arrays.stream(all).filter(Double::isFinite).toArray();
    double least = Arrays.stream(known).min().orElse(0);
    double most = Arrays.stream(known).max().orElse(0);
    getChildren().clear();
    places = new double[all.length];
    for (int i = 0; i < all.length; i++) {
      places[i] = most > least ? (all[i] - least) / (most - least) : 0.5;
      Region tick = new Region();
      tick.getStyleClass()
          .add(
              i == all.length - 1
                  ? "floor-own"
                  : i == all.length - 2 ? "floor-base" : "floor-tick");
      tick.setVisible(Double.isFinite(all[i]));
      tick.setMouseTransparent(true);
      getChildren().add(tick);
    }
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    for (int i = 0; i < places.length; i++) {
      double width = i == places.length - 1 ? 3 : 2;
      double left = snapPositionX(places[i] * (getWidth() - 3));
      getChildren().get(i).resizeRelocate(left, 0, width, getHeight());
    }
  }
}
