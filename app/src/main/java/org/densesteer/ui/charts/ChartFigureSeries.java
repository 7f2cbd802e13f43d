package org.densesteer.ui.charts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.densesteer.figure.Mark;

/** Bars and lines of a figure. */
final class ChartFigureSeries {

  static final double LINE_EMS = 0.14;
  private static final double EDGE_EMS = 0.09;
  private static final double STRIPE_EMS = 0.06;
  private static final double PITCH_EMS = 0.45;
  private static final ChartPalette COLOURS = ChartPalette.LIGHT;

  private final ChartPlot plot;
  private final double em;
  private final List<Mark> marks = new ArrayList<>();

  ChartFigureSeries(ChartData data, ChartPlot plot, double em) {
    this.plot = plot;
    this.em = em;
    for (int i = 0; i < data.series().size(); i++) {
      if (data.kind() == ChartKind.BARS) {
        bars(data.series().get(i), i, new BarPlaces(data.series().size()));
      } else {
        lines(data.series().get(i));
      }
    }
  }

  private void bars(ChartSeries series, int index, BarPlaces places) {
    double gap = em * EDGE_EMS / 2;
    for (int i = 0; i < series.size(); i++) {
      double value = series.y()[i];
      if (Double.isFinite(value)) {
        double left = plot.x(places.left(series.x()[i], index)) + gap;
        double right = plot.x(places.left(series.x()[i], index) + places.width()) - gap;
        double top = plot.y(value);
        bar(marks, series, left, top, Math.max(gap, right - left), plot.bottom() - top, em);
      }
    }
  }

  /** A bar of a series: full, or hollow in its second manner, with the stripes of its arm. */
  static void bar(
      List<Mark> to,
      ChartSeries series,
      double x,
      double y,
      double width,
      double height,
      double em) {
    String colour = COLOURS.arm(series.colourIndex());
    double edge = em * EDGE_EMS;
    to.add(new Mark.Box(x, y, width, height, series.dashed() ? null : colour, colour, edge));
    String stripes = series.dashed() ? colour : COLOURS.ground();
    ArmPattern.of(series.colourIndex())
        .stripes(
            x,
            y,
            width,
            height,
            em * PITCH_EMS,
            (x1, y1, x2, y2) -> to.add(Mark.Line.of(x1, y1, x2, y2, stripes, em * STRIPE_EMS)));
  }

  private void lines(ChartSeries series) {
    int from = 0;
    for (int i = 0; i <= series.size(); i++) {
      if (i == series.size() || !Double.isFinite(series.y()[i])) {
        line(series, from, i);
        from = i + 1;
      }
    }
  }

  private void line(ChartSeries series, int from, int to) {
    if (from >= to) {
      return;
    }
    double[] xs = Arrays.stream(series.x(), from, to).map(plot::x).toArray();
    double[] ys = Arrays.stream(series.y(), from, to).map(plot::y).toArray();
    double thickness = em * LINE_EMS;
    marks.add(
        new Mark.Line(
            xs,
            ys,
            COLOURS.arm(series.colourIndex()),
            thickness,
            ArmPattern.of(series.colourIndex()).dashes(thickness)));
  }

  List<Mark> marks() {
    return marks;
  }
}
