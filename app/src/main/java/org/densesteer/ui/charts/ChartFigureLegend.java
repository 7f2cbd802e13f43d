package org.densesteer.ui.charts;

import java.util.ArrayList;
import java.util.List;
import org.densesteer.figure.Face;
import org.densesteer.figure.FaceMetrics;
import org.densesteer.figure.Mark;
import org.densesteer.figure.Mark.Anchor;

/** Names of a figure's series beside a piece of each, in as many lines as they need. */
final class ChartFigureLegend {

  private static final double SAMPLE_EMS = 2.2;
  private static final ChartPalette COLOURS = ChartPalette.LIGHT;

  private final List<Mark> marks = new ArrayList<>();
  private final double em;
  private double bottom;

  ChartFigureLegend(ChartData data, double em, double left, double base, double room) {
    this.em = em;
    double x = left;
    double line = base;
    for (ChartSeries series : data.series()) {
      double most = room - (SAMPLE_EMS + 0.5) * em;
      String name = FaceMetrics.fitted(Face.TEXT, em, series.name(), most);
      double width = (SAMPLE_EMS + 0.5) * em + FaceMetrics.width(Face.TEXT, em, name);
      if (x > left && x + width > left + room) {
        x = left;
        line += 1.4 * em;
      }
      sample(data.kind(), series, x, line);
      marks.add(
          new Mark.Words(
              x + (SAMPLE_EMS + 0.5) * em,
              line,
              Anchor.START,
              Face.TEXT,
              em,
              COLOURS.quiet(),
              name));
      x += width + 1.2 * em;
    }
    bottom = data.series().isEmpty() ? base - em : line + 0.3 * em;
  }

  private void sample(ChartKind kind, ChartSeries series, double x, double base) {
    if (kind == ChartKind.BARS) {
      ChartFigureSeries.bar(marks, series, x + 0.5 * em, base - 0.8 * em, 1.7 * em, 0.9 * em, em);
    } else {
      double middle = base - 0.35 * em;
      double thickness = em * ChartFigureSeries.LINE_EMS;
      marks.add(
          new Mark.Line(
              new double[] {x, x + SAMPLE_EMS * em},
              new double[] {middle, middle},
              COLOURS.arm(series.colourIndex()),
              thickness,
              ArmPattern.of(series.colourIndex()).dashes(thickness)));
    }
  }

  List<Mark> marks() {
    return marks;
  }

  /** Lower edge of its last line. */
  double bottom() {
    return bottom;
  }
}
