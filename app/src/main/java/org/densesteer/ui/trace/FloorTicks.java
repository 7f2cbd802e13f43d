package org.densesteer.ui.trace;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/**
 * A figure on a line with those of random directions: a grey tick for each of them, and above them
 * the baseline's and the arm's own in their colours.
 */
final class FloorTicks extends Pane {

  private static final double HEIGHT = 12;
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

  /** Shows nothing. */
  void clear() {
    places = new double[0];
    getChildren().clear();
  }

  @Override
  protected void layoutChildren() {
    for (int i = 0; i < places.length; i++) {
      boolean own = i == places.length - 1;
      boolean base = i == places.length - 2;
      double left = snapPositionX(places[i] * (getWidth() - 3));
      double half = Math.floor(getHeight() / 2);
      getChildren().get(i).resizeRelocate(left, own || base ? 0 : half, own || base ? 3 : 2, half);
    }
  }
}
