package org.densesteer.ui.charts;

import org.densesteer.common.Markup;
import org.densesteer.common.Texts;

/** Writes a chart as SVG 1.1 from its data: axes, grid, legend, series. */
final class ChartSvg {

  private static final double WIDTH = 720;
  private static final double HEIGHT = 360;
  private static final double LEFT = 56;
  private static final double RIGHT = 700;
  private static final double TOP = 64;
  private static final double BOTTOM = 310;
  private static final int X_TICKS = 10;
  private static final int Y_TICKS = 5;

  private final ChartData data;
  private final ChartPalette palette;
  private final AxisScale x;
  private final AxisScale y;
  private final StringBuilder svg = new StringBuilder();

  private ChartSvg(ChartData data, ChartPalette palette) {
    this.data = data;
    this.palette = palette;
    this.x = AxisScale.x(data, X_TICKS);
    this.y = AxisScale.y(data, Y_TICKS);
  }

  static String of(ChartData data, ChartPalette palette) {
    return new ChartSvg(data, palette).write();
  }

  private String write() {
    line("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
    line(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%s\" height=\"%s\" viewBox=\"0 0 %s %s\""
            + " font-family=\"Inter, Helvetica, Arial, sans-serif\">",
        number(WIDTH), number(HEIGHT), number(WIDTH), number(HEIGHT));
    line("<title>%s</title>", Markup.escape(data.title()));
    line("<rect width=\"100%%\" height=\"100%%\" fill=\"%s\"/>", palette.ground());
    text(LEFT, 24, "start", 15, palette.ink(), data.title() + ", " + data.unit());
    legend();
    axes();
    for (int i = 0; i < data.series().size(); i++) {
      if (data.kind() == ChartKind.BARS) {
        bars(data.series().get(i), i);
      } else {
        polylines(data.series().get(i));
      }
    }
    line("</svg>");
    return svg.toString();
  }

  private void legend() {
    double at = LEFT;
    for (ChartSeries series : data.series()) {
      String colour = palette.arm(series.colourIndex());
      line(
          "<rect x=\"%s\" y=\"38\" width=\"10\" height=\"10\" fill=\"%s\" stroke=\"%s\""
              + " stroke-width=\"1.4\"/>",
          number(at), series.dashed() ? "none" : colour, colour);
      text(at + 16, 47, "start", 12, palette.quiet(), series.name());
      at += 34 + 7 * series.name().length();
    }
  }

  private void axes() {
    for (int i = 0; i < y.tickCount(); i++) {
      double at = yOf(y.tick(i));
      line(
          "<line x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\" stroke=\"%s\"/>",
          number(LEFT), number(at), number(RIGHT), number(at), palette.grid());
      text(LEFT - 8, at + 4, "end", 11, palette.quiet(), y.label(y.tick(i)));
    }
    for (int i = 0; i < x.tickCount(); i++) {
      text(xOf(x.tick(i)), BOTTOM + 18, "middle", 11, palette.quiet(), x.label(x.tick(i)));
    }
    text((LEFT + RIGHT) / 2, BOTTOM + 38, "middle", 12, palette.quiet(), data.xLabel());
  }

  private void bars(ChartSeries series, int index) {
    BarPlaces places = new BarPlaces(data.series().size());
    String colour = palette.arm(series.colourIndex());
    for (int i = 0; i < series.size(); i++) {
      double value = series.y()[i];
      if (Double.isFinite(value)) {
        double left = xOf(places.left(series.x()[i], index)) + 0.5;
        double right = xOf(places.left(series.x()[i], index) + places.width()) - 0.5;
        line(
            "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill=\"%s\" stroke=\"%s\"/>",
            number(left),
            number(yOf(value)),
            number(Math.max(0.5, right - left)),
            number(BOTTOM - yOf(value)),
            series.dashed() ? "none" : colour,
            colour);
      }
    }
  }

  private void polylines(ChartSeries series) {
    StringBuilder points = new StringBuilder();
    for (int i = 0; i < series.size(); i++) {
      if (Double.isFinite(series.y()[i])) {
        points.append(points.isEmpty() ? "" : " ");
        points.append(number(xOf(series.x()[i]))).append(',').append(number(yOf(series.y()[i])));
      } else {
        polyline(points, series);
      }
    }
    polyline(points, series);
  }

  private void polyline(StringBuilder points, ChartSeries series) {
    if (!points.isEmpty()) {
      line(
          "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"1.5\""
              + " stroke-linejoin=\"round\"%s/>",
          points,
          palette.arm(series.colourIndex()),
          series.dashed() ? " stroke-dasharray=\"5 3\"" : "");
      points.setLength(0);
    }
  }

  private double xOf(double place) {
    return LEFT + (RIGHT - LEFT) * (place - x.min()) / (x.max() - x.min());
  }

  private double yOf(double value) {
    return BOTTOM - (BOTTOM - TOP) * (value - y.min()) / (y.max() - y.min());
  }

  private void text(double at, double base, String anchor, int size, String colour, String words) {
    line(
        "<text x=\"%s\" y=\"%s\" text-anchor=\"%s\" font-size=\"%d\" fill=\"%s\">%s</text>",
        number(at), number(base), anchor, size, colour, Markup.escape(words));
  }

  private void line(String format, Object... values) {
    svg.append(Texts.of(format, values)).append('\n');
  }

  private static String number(double value) {
    return Texts.of("%.2f", value).replaceAll("\\.?0+$", "");
  }
}
