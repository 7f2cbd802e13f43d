package org.densesteer.ui.charts;

import io.fair_acc.chartfx.XYChart;
import io.fair_acc.chartfx.renderer.spi.AbstractRenderer;
import io.fair_acc.chartfx.renderer.spi.BasicDataSetRenderer;
import io.fair_acc.dataset.DataSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * Draws a {@link ChartData} with chart-fx, in the window's colours and fonts. Nothing is given to
 * chart-fx before there is a point: it would lay out an empty data set without end.
 */
final class SeriesChart extends StackPane {

  private static final double TICK_WIDTH = 64;
  private static final double TICK_HEIGHT = 30;
  private static final double HEADROOM = 0.07;
  private static final double LINE_WIDTH = 1.4;

  private final XYChart chart;
  private final ScaledAxis xAxis;
  private final ScaledAxis yAxis = new ScaledAxis(null);
  private final AbstractRenderer<?> renderer;
  private final List<UnlockedPoints> drawn = new ArrayList<>();
  private List<String> drawnNames = List.of();
  private ChartData data;

  SeriesChart(ChartData data) {
    this.data = data;
    this.renderer = data.kind() == ChartKind.BARS ? new BarRenderer() : lines();
    xAxis = new ScaledAxis(data.xLabel());
    chart = new XYChart(xAxis, yAxis);
    chart.getRenderers().setAll(renderer);
    chart.setLegendVisible(false);
    chart.getLegend().getNode().setManaged(false);
    chart.getToolBar().setVisible(false);
    chart.getMenuPane().setTop(null);
    // Tab would stop there, at nothing that can be operated.
    chart.getMenuPane().setFocusTraversable(false);
    chart.getPlotArea().setFocusTraversable(false);
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
    xAxis.show(AxisScale.x(data, ticks(getWidth(), TICK_WIDTH)), 0);
    yAxis.show(AxisScale.y(data, ticks(getHeight() - TICK_HEIGHT, TICK_HEIGHT)), HEADROOM);
  }

  private static int ticks(double length, double each) {
    return (int) Math.max(2, Math.min(10, length / each));
  }

  private void fill() {
    List<String> names = data.series().stream().map(SeriesChart::key).toList();
    if (!names.equals(drawnNames)) {
      List<DataSet> fresh = new ArrayList<>();
      drawn.clear();
      for (ChartSeries series : data.series()) {
        UnlockedPoints set = new UnlockedPoints(series.name(), ArmPattern.of(series.colourIndex()));
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
      for (int i = 0; i < drawn.size(); i++) {
        renderer.getDatasetNodes().get(i).setLineDashArray(dashes(drawn.get(i).pattern()));
      }
    } else {
      for (int i = 0; i < drawn.size(); i++) {
        drawn.get(i).set(data.series().get(i).x(), data.series().get(i).y(), true);
      }
    }
  }

  private static Number @Nullable [] dashes(ArmPattern pattern) {
    double[] dashes = pattern.dashes(LINE_WIDTH);
    return dashes.length == 0 ? null : Arrays.stream(dashes).boxed().toArray(Number[]::new);
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
}
