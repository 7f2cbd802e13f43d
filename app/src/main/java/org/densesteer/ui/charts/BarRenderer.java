package org.densesteer.ui.charts;

import io.fair_acc.chartfx.renderer.spi.AbstractRendererXY;
import io.fair_acc.chartfx.ui.css.DataSetNode;
import io.fair_acc.dataset.DataSet;
import javafx.scene.canvas.GraphicsContext;

/** Draws grouped bars; a data set of the class {@code outlined} gets hollow ones. */
final class BarRenderer extends AbstractRendererXY<BarRenderer> {

  static final String OUTLINED = "outlined";
  private static final double GAP = 1;

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
        }
      }
    }
    gc.restore();
  }
}
