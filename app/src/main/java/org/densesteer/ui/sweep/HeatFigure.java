package org.densesteer.ui.sweep;

import java.util.ArrayList;
import java.util.List;
import org.densesteer.evaluation.report.DivergingScale;
import org.densesteer.evaluation.report.Rgb;
import org.densesteer.figure.Face;
import org.densesteer.figure.FaceMetrics;
import org.densesteer.figure.Figure;
import org.densesteer.figure.FigureSize;
import org.densesteer.figure.Mark;
import org.densesteer.figure.Mark.Anchor;
import org.densesteer.ui.charts.ChartPalette;

/**
 * Lays a heat map out as a figure of a size, always on white: the map fills what title and legend
 * leave, and its figures are as large as its cells allow.
 */
final class HeatFigure {

  private static final double SMALL = 0.9;
  private static final double GAP = 0.08;
  private static final ChartPalette COLOURS = ChartPalette.LIGHT;

  private final HeatPicture picture;
  private final FigureSize size;
  private final DivergingScale scale;
  private final double em;
  private final double left;
  private final double top;
  private final double cellWidth;
  private final double cellHeight;
  private final List<Mark> marks = new ArrayList<>();

  private HeatFigure(HeatPicture picture, FigureSize size) {
    this.picture = picture;
    this.size = size;
    scale = picture.scale();
    em = size.textPoints();
    left = 4.2 * em;
    top = 4.9 * em;
    cellWidth = (size.width() - left - em) / Math.max(1, picture.strengths().size());
    cellHeight = (size.height() - top - HeatLegend.EMS * em) / Math.max(1, picture.rows().size());
  }

  static Figure of(HeatPicture picture, FigureSize size) {
    return new HeatFigure(picture, size).drawn();
  }

  private Figure drawn() {
    String title = picture.measure().title() + " by layer and strength";
    double wide = size.width() - 2 * em;
    words(
        em,
        1.9 * em,
        Anchor.START,
        Face.STRONG,
        em,
        FaceMetrics.fitted(Face.STRONG, em, title, wide));
    words(left, 3.3 * em, Anchor.START, Face.TEXT, SMALL * em, "strength λ");
    words(left - 0.5 * em, 4.5 * em, Anchor.END, Face.TEXT, SMALL * em, "layer");
    double head = Math.min(SMALL * em, fitting(picture.strengths(), cellWidth));
    for (int i = 0; i < picture.strengths().size(); i++) {
      words(centre(i), 4.5 * em, Anchor.MIDDLE, Face.FIGURES, head, picture.strengths().get(i));
    }
    double inner =
        Math.min(
            Math.min(SMALL * em, 0.8 * cellHeight),
            fitting(
                picture.rows().stream()
                    .flatMap(row -> row.cells().stream())
                    .map(HeatPicture.Cell::shown)
                    .toList(),
                cellWidth));
    for (int row = 0; row < picture.rows().size(); row++) {
      draw(picture.rows().get(row), top + row * cellHeight, inner);
    }
    marks.addAll(
        new HeatLegend(picture, scale, em, left, size.width() - em)
            .marks(size.height() - HeatLegend.EMS * em));
    return new Figure(title, size, marks);
  }

  /** The largest size at which every text fits a cell. */
  private static double fitting(List<String> texts, double room) {
    double widest =
        texts.stream()
            .mapToDouble(text -> FaceMetrics.width(Face.FIGURES, 1, text))
            .max()
            .orElse(1);
    return 0.92 * room / Math.max(0.1, widest);
  }

  private double centre(int column) {
    return left + (column + 0.5) * cellWidth;
  }

  private void draw(HeatPicture.Row row, double y, double points) {
    double base = y + cellHeight / 2 + 0.36 * points;
    double label = Math.min(SMALL * em, 0.9 * cellHeight);
    words(
        left - 0.5 * em,
        y + cellHeight / 2 + 0.36 * label,
        Anchor.END,
        Face.FIGURES,
        label,
        Integer.toString(row.layer()));
    for (int i = 0; i < row.cells().size(); i++) {
      HeatPicture.Cell cell = row.cells().get(i);
      Rgb fill =
          cell.overCliff()
              ? scale.faint(cell.value(), DivergingScale.Ground.LIGHT)
              : scale.color(cell.value());
      double x = left + i * cellWidth;
      double gap = GAP * em;
      double wide = cellWidth - 2 * gap;
      double high = cellHeight - 2 * gap;
      marks.add(new Mark.Box(x + gap, y + gap, wide, high, fill.hex(), null, 0));
      if (cell.overCliff()) {
        hatch(x + gap, y + gap, wide, high);
      }
      if (cell.chosen()) {
        double edge = Math.min(em / 5, cellHeight / 9);
        marks.add(
            new Mark.Box(
                x + gap + edge / 2,
                y + gap + edge / 2,
                wide - edge,
                high - edge,
                null,
                COLOURS.ink(),
                edge));
      }
      marks.add(
          new Mark.Words(
              centre(i),
              base,
              Anchor.MIDDLE,
              Face.FIGURES,
              points,
              fill.ink().hex(),
              cell.shown()));
    }
  }

  /** Lines that rise at 45 degrees, each as long as it lies within the box. */
  private void hatch(double x, double y, double wide, double high) {
    double pitch = 0.6 * em;
    for (double at = pitch / 2; at < wide + high; at += pitch) {
      double from = Math.max(0, at - high);
      double to = Math.min(wide, at);
      marks.add(
          Mark.Line.of(x + from, y + at - from, x + to, y + at - to, HeatLegend.HATCH, em / 16));
    }
  }

  private void words(double x, double base, Anchor anchor, Face face, double points, String text) {
    String colour = face == Face.STRONG ? COLOURS.ink() : COLOURS.quiet();
    marks.add(new Mark.Words(x, base, anchor, face, points, colour, text));
  }
}
