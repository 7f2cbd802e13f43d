package org.densesteer.ui.sweep;

import java.util.ArrayList;
import java.util.List;
import org.densesteer.figure.Face;
import org.densesteer.figure.FaceMetrics;
import org.densesteer.figure.Figure;
import org.densesteer.figure.FigureSize;
import org.densesteer.figure.Mark;
import org.densesteer.figure.Mark.Anchor;
import org.densesteer.ui.charts.ChartPalette;

/** Lays the chosen cell and its placebos out as a figure of a size, always on white. */
final class ForestFigure {

  private static final double SMALL = 0.85;

  /** To how much of its size a title is made smaller before it is cut. */
  private static final double LEAST = 0.75;

  private static final double FOOT = 2.2;
  private static final ChartPalette COLOURS = ChartPalette.LIGHT;

  private final ForestPicture picture;
  private final FigureSize size;
  private final double em;
  private final double points;
  private final double from;
  private final double to;
  private final List<Mark> marks = new ArrayList<>();

  private ForestFigure(ForestPicture picture, FigureSize size) {
    this.picture = picture;
    this.size = size;
    em = size.textPoints();
    double pitch = (size.height() - top() - FOOT * em) / Math.max(1, picture.rows().size());
    points = Math.min(SMALL * em, 0.75 * pitch);
    from = em + widest(picture.rows().stream().map(ForestPicture.Row::name).toList(), Face.TEXT);
    to =
        size.width()
            - em
            - widest(picture.rows().stream().map(ForestPicture.Row::figure).toList(), Face.FIGURES);
  }

  static Figure of(ForestPicture picture, FigureSize size) {
    return new ForestFigure(picture, size).drawn();
  }

  private double top() {
    return (picture.verdict().isEmpty() ? 2.8 : 4.2) * em;
  }

  /** Room for a column of texts, with a gap. */
  private double widest(List<String> texts, Face face) {
    return em
        + texts.stream().mapToDouble(text -> FaceMetrics.width(face, points, text)).max().orElse(0);
  }

  private double width(Face face, String text) {
    return FaceMetrics.width(face, em, text);
  }

  private Figure drawn() {
    double wide = size.width() - 2 * em;
    double high = Math.max(LEAST, Math.min(1, wide / width(Face.STRONG, picture.title()))) * em;
    String title = FaceMetrics.fitted(Face.STRONG, high, picture.title(), wide);
    words(em, 1.9 * em, Anchor.START, Face.STRONG, high, COLOURS.ink(), title);
    String verdict = FaceMetrics.fitted(Face.TEXT, SMALL * em, picture.verdict(), wide);
    words(em, 3.3 * em, Anchor.START, Face.TEXT, SMALL * em, COLOURS.quiet(), verdict);
    double pitch = (size.height() - top() - FOOT * em) / Math.max(1, picture.rows().size());
    marks.add(Mark.Line.of(x(0), top(), x(0), size.height() - FOOT * em, COLOURS.quiet(), em / 16));
    double foot = size.height() - (FOOT - 1.1) * em;
    words(x(0), foot, Anchor.MIDDLE, Face.TEXT, SMALL * em, COLOURS.quiet(), "baseline");
    for (int i = 0; i < picture.rows().size(); i++) {
      draw(picture.rows().get(i), top() + (i + 0.5) * pitch);
    }
    return new Figure(picture.title(), size, marks);
  }

  private void draw(ForestPicture.Row row, double middle) {
    String ink = row.chosen() ? COLOURS.ink() : COLOURS.quiet();
    double base = middle + 0.36 * points;
    words(em, base, Anchor.START, row.chosen() ? Face.STRONG : Face.TEXT, points, ink, row.name());
    words(size.width() - em, base, Anchor.END, Face.FIGURES, points, ink, row.figure());
    if (!Double.isNaN(row.effect())) {
      String colour = row.chosen() ? COLOURS.arm(1) : COLOURS.quiet();
      marks.add(Mark.Line.of(x(row.low()), middle, x(row.high()), middle, colour, em / 7));
      double half = 0.3 * points;
      marks.add(
          new Mark.Box(x(row.effect()) - half, middle - half, 2 * half, 2 * half, colour, null, 0));
    }
  }

  private double x(double value) {
    double span = picture.high() > picture.low() ? picture.high() - picture.low() : 1;
    double inner = 0.5 * em;
    return from + inner + (value - picture.low()) / span * (to - from - 2 * inner);
  }

  private void words(
      double x, double base, Anchor anchor, Face face, double high, String colour, String text) {
    if (!text.isEmpty()) {
      marks.add(new Mark.Words(x, base, anchor, face, high, colour, text));
    }
  }
}
