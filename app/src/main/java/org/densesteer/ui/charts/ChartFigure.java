package org.densesteer.ui.charts;

import java.util.ArrayList;
import java.util.List;
import org.densesteer.figure.Face;
import org.densesteer.figure.FaceMetrics;
import org.densesteer.figure.Figure;
import org.densesteer.figure.FigureSize;
import org.densesteer.figure.Mark;
import org.densesteer.figure.Mark.Anchor;

/** Lays a chart out as a figure of a size: title, legend, axes, series. Always on white. */
final class ChartFigure {

  private static final double SMALL = 0.9;
  private static final double TICK_EMS_X = 4.5;
  private static final double TICK_EMS_Y = 2.6;
  private static final ChartPalette COLOURS = ChartPalette.LIGHT;

  private final ChartData data;
  private final FigureSize size;
  private final double em;
  private final double margin;
  private final List<Mark> marks = new ArrayList<>();

  private ChartFigure(ChartData data, FigureSize size) {
    this.data = data;
    this.size = size;
    this.em = size.textPoints();
    this.margin = em * 0.8;
  }

  static Figure of(ChartData data, FigureSize size) {
    return new ChartFigure(data, size).lay();
  }

  private Figure lay() {
    double room = size.width() - 2 * margin;
    double base = margin + em;
    String title = FaceMetrics.fitted(Face.STRONG, 1.1 * em, data.title(), room);
    words(margin, base, Anchor.START, Face.STRONG, 1.1 * em, COLOURS.ink(), title);
    double after = FaceMetrics.width(Face.STRONG, 1.1 * em, title) + 0.8 * em;
    String unit = FaceMetrics.fitted(Face.TEXT, SMALL * em, data.unit(), room - after);
    words(margin + after, base, Anchor.START, Face.TEXT, SMALL * em, COLOURS.quiet(), unit);
    ChartFigureLegend legend = new ChartFigureLegend(data, em, margin, base + 1.5 * em, room);
    marks.addAll(legend.marks());
    plot(legend.bottom() + 0.9 * em);
    return new Figure(data.title() + ", " + data.unit(), size, marks);
  }

  private void plot(double top) {
    double bottom = size.height() - margin - 2.7 * em;
    AxisScale y = AxisScale.y(data, ticks(bottom - top, TICK_EMS_Y * em));
    double left = margin + widestLabel(y) + 0.5 * em;
    double right = size.width() - margin;
    AxisScale x = AxisScale.x(data, ticks(right - left, TICK_EMS_X * em));
    ChartPlot plot = new ChartPlot(x, y, left, top, right, bottom);
    for (int i = 0; i < y.tickCount(); i++) {
      double at = plot.y(y.tick(i));
      marks.add(Mark.Line.of(left, at, right, at, COLOURS.grid(), em / 16));
      words(
          left - 0.5 * em,
          at + 0.32 * em,
          Anchor.END,
          Face.FIGURES,
          SMALL * em,
          COLOURS.quiet(),
          y.label(y.tick(i)));
    }
    for (int i = 0; i < x.tickCount(); i++) {
      words(
          plot.x(x.tick(i)),
          bottom + 1.25 * em,
          Anchor.MIDDLE,
          Face.FIGURES,
          SMALL * em,
          COLOURS.quiet(),
          x.label(x.tick(i)));
    }
    words(
        (left + right) / 2,
        bottom + 2.6 * em,
        Anchor.MIDDLE,
        Face.TEXT,
        SMALL * em,
        COLOURS.quiet(),
        data.xLabel());
    marks.addAll(new ChartFigureSeries(data, plot, em).marks());
  }

  private double widestLabel(AxisScale y) {
    double widest = 0;
    for (int i = 0; i < y.tickCount(); i++) {
      widest = Math.max(widest, FaceMetrics.width(Face.FIGURES, SMALL * em, y.label(y.tick(i))));
    }
    return widest;
  }

  private static int ticks(double length, double each) {
    return (int) Math.max(2, Math.min(10, length / each));
  }

  private void words(
      double x, double base, Anchor anchor, Face face, double points, String colour, String text) {
    marks.add(new Mark.Words(x, base, anchor, face, points, colour, text));
  }
}
