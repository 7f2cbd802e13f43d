package org.densesteer.ui.charts;

import io.fair_acc.chartfx.XYChart;
import io.fair_acc.chartfx.axes.spi.DefaultNumericAxis;
import io.fair_acc.chartfx.renderer.Renderer;
import io.fair_acc.chartfx.renderer.spi.BasicDataSetRenderer;
import io.fair_acc.dataset.DataSet;
import io.fair_acc.dataset.spi.DoubleDataSet;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.layout.StackPane;
import javafx.util.StringConverter;

/**
 * Draws a {@link ChartData} with chart-fx, in the window's colours and fonts. Nothing is given to
 * chart-fx before there is a point: it would lay out an empty data set without end.
 */
final class SeriesChart extends StackPane {

  private static final double TICK_WIDTH = 64;
  private static final double TICK_HEIGHT = 34;

  private final XYChart chart;
  private final DefaultNumericAxis xAxis = axis("x");
  private final DefaultNumericAxis yAxis = axis("y");
  private final Renderer renderer;
  private final List<DoubleDataSet> drawn = new ArrayList<>();
  private List<String> drawnNames = List.of();
  private ChartData data;

  SeriesChart(ChartData data) {
    this.data = data;
    this.renderer = data.kind() == ChartKind.BARS ? new BarRenderer() : lines();
    xAxis.setName(data.xLabel());
    yAxis.setName(null);
    chart = new XYChart(xAxis, yAxis);
    chart.getRenderers().setAll(renderer);
    chart.setLegendVisible(false);
    chart.getLegend().getNode().setManaged(false);
    chart.getToolBar().setVisible(false);
    chart.getMenuPane().setTop(null);
    chart.getGridRenderer().getVerticalMajorGrid().setVisible(false);
    chart.setMouseTransparent(true);
    getStyleClass().add("series-chart");
    setMinSize(0, 0);
    show(data);
  }

  private static BasicDataSetRenderer lines() {
    BasicDataSetRenderer lines = new BasicDataSetRenderer();
    lines.setDrawMarker(false);
    return lines;
  }

  private static DefaultNumericAxis axis(String name) {
    DefaultNumericAxis axis = new DefaultNumericAxis(name);
    axis.setAutoRanging(false);
    axis.setAutoGrowRanging(false);
    axis.setMinorTickCount(0);
    axis.setAnimated(false);
    axis.setUnit(null);
    return axis;
  }

  /** Draws other data of the same kind. */
  void show(ChartData now) {
    data = now;
    if (now.isEmpty()) {
      getChildren().clear();
      return;
    }
    scaleAxes();
    fill();
    if (getChildren().isEmpty()) {
      getChildren().add(chart);
    }
  }

  private void scaleAxes() {
    scale(xAxis, AxisScale.x(data, ticks(getWidth(), TICK_WIDTH)));
    scale(yAxis, AxisScale.y(data, ticks(getHeight() - TICK_HEIGHT, TICK_HEIGHT)));
  }

  private static int ticks(double length, double each) {
    return (int) Math.max(2, Math.min(10, length / each));
  }

  private static void scale(DefaultNumericAxis axis, AxisScale scale) {
    axis.setTickUnit(scale.step());
    axis.set(scale.min(), scale.max());
    axis.setTickLabelFormatter(new TickLabels(scale));
  }

  private void fill() {
    List<String> names = data.series().stream().map(SeriesChart::key).toList();
    if (!names.equals(drawnNames)) {
      List<DataSet> fresh = new ArrayList<>();
      drawn.clear();
      for (ChartSeries series : data.series()) {
        DoubleDataSet set = new DoubleDataSet(series.name());
        set.addStyleClasses("arm-" + series.colourIndex());
        if (series.dashed()) {
          set.addStyleClasses(BarRenderer.OUTLINED);
        }
        set.set(series.x(), series.y(), true);
        drawn.add(set);
        fresh.add(set);
      }
      drawnNames = names;
      renderer.getDatasets().setAll(fresh);
    } else {
      for (int i = 0; i < drawn.size(); i++) {
        drawn.get(i).set(data.series().get(i).x(), data.series().get(i).y(), true);
      }
    }
  }

  private static String key(ChartSeries series) {
    return series.colourIndex() + "/" + series.dashed() + "/" + series.name();
  }

  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    if (!data.isEmpty()) {
      scaleAxes();
    }
  }

  /** Place on the x axis under a point of this node; NaN outside the plot. */
  double placeAt(double x, double y) {
    if (getChildren().isEmpty() || getScene() == null) {
      return Double.NaN;
    }
    Point2D inPlot = chart.getCanvas().sceneToLocal(localToScene(x, y));
    boolean inside =
        inPlot.getX() >= -1
            && inPlot.getX() <= chart.getCanvas().getWidth() + 1
            && inPlot.getY() >= -1
            && inPlot.getY() <= chart.getCanvas().getHeight() + 1;
    return inside ? xAxis.getValueForDisplay(inPlot.getX()) : Double.NaN;
  }

  /** X coordinate in this node of a place on the x axis. */
  double xOf(double place) {
    Point2D inScene = chart.getCanvas().localToScene(xAxis.getDisplayPosition(place), 0);
    return sceneToLocal(inScene).getX();
  }

  /** What is drawn. */
  ChartData data() {
    return data;
  }

  private static final class TickLabels extends StringConverter<Number> {

    private final AxisScale scale;

    TickLabels(AxisScale scale) {
      this.scale = scale;
    }

    @Override
    public String toString(Number value) {
      return scale.label(value.doubleValue());
    }

    @Override
    public Number fromString(String text) {
      return Double.valueOf(text);
    }
  }
}
