package org.densesteer.ui.charts;

import io.fair_acc.chartfx.renderer.spi.AbstractRendererXY;
import io.fair_acc.chartfx.ui.css.DataSetNode;
import io.fair_acc.dataset.DataSet;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/**
 * Draws grouped bars, each arm's with its stripes; a data set of the class {@code outlined} gets
 * hollow ones.
 */
final class BarRenderer extends AbstractRendererXY<BarRenderer> {

  static final String OUTLINED = "outlined";
  private static final double GAP = 1;
  private static final double PITCH = 6;

  /** Bars of a lesser width have no room for stripes. */
  private static final double LEAST_STRIPED = 5;

  private static final double BRIGHT = 0.6;

  @Override
  protected BarRenderer getThis() {
    return this;
  }

  @Override
  protected void render(GraphicsContext gc, DataSet dataSet, DataSetNode style) {
    BarPlaces places = new BarPlaces(getDatasets().size());
    int series = getDatasets().indexOf(dataSet);
    boolean outlined = dataSet.getStyleClasses().contains(OUTLINED);
    double zero = yAxis.getDisplayPosition(0);
    gc.save();
    gc.setFill(style.getLineColor());
    gc.setStroke(style.getLineColor());
    gc.setLineWidth(1.4);
    for (int i = 0; i < dataSet.getDataCount(); i++) {
      double value = dataSet.get(DataSet.DIM_Y, i);
      if (Double.isFinite(value)) {
        double place = places.left(dataSet.get(DataSet.DIM_X, i), series);
        double left = xAxis.getDisplayPosition(place) + GAP / 2;
        double right = xAxis.getDisplayPosition(place + places.width()) - GAP / 2;
        double top = yAxis.getDisplayPosition(value);
        double width = Math.max(1, right - left);
        if (outlined) {
          gc.strokeRect(left + 0.7, top + 0.7, Math.max(0, width - 1.4), zero - top - 0.7);
        } else {
          gc.fillRect(left, top, width, zero - top);
          if (width >= LEAST_STRIPED && dataSet instanceof UnlockedPoints points) {
            stripe(gc, points.pattern(), style, left, top, width, zero - top);
          }
        }
      }
    }
    gc.restore();
  }

  private static void stripe(
      GraphicsContext gc,
      ArmPattern pattern,
      DataSetNode style,
      double left,
      double top,
      double width,
      double height) {
    gc.save();
    boolean bright =
        style.getLineColor() instanceof Color colour && colour.getBrightness() > BRIGHT;
    gc.setStroke(bright ? Color.gray(0, 0.45) : Color.gray(1, 0.5));
    gc.setLineWidth(1);
    pattern.stripes(left, top, width, height, PITCH, gc::strokeLine);
    gc.restore();
  }
}
