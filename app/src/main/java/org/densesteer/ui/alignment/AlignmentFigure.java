package org.densesteer.ui.alignment;

import java.util.ArrayList;
import java.util.List;
import org.densesteer.common.Texts;
import org.densesteer.figure.Face;
import org.densesteer.figure.FaceMetrics;
import org.densesteer.figure.Figure;
import org.densesteer.figure.FigureSize;
import org.densesteer.figure.Mark;
import org.densesteer.figure.Mark.Anchor;
import org.densesteer.ui.charts.ChartPalette;

/**
 * Lays the maps of several answers out below each other as a figure of a size, on one scale: tokens
 * from left to right, layers from the bottom up. Always on white.
 */
final class AlignmentFigure {

  private static final double SMALL = 0.85;
  private static final double NAME = 1.7;
  private static final double AXIS = 1.7;
  private static final int STEPS = 40;
  private static final ChartPalette COLOURS = ChartPalette.LIGHT;
  private static final int[] ALONG = {0xd5, 0x5e, 0x00};
  private static final int[] AGAINST = {0x00, 0x72, 0xb2};

  private final List<ArmMap> arms;
  private final FigureSize size;
  private final double em;
  private final double most;
  private final double left;
  private final double right;
  private final List<Mark> marks = new ArrayList<>();

  private AlignmentFigure(List<ArmMap> arms, FigureSize size) {
    this.arms = arms;
    this.size = size;
    em = size.textPoints();
    most = arms.stream().mapToDouble(ArmMap::most).max().orElse(1);
    left = 3.2 * em;
    right = size.width() - em;
  }

  static Figure of(List<ArmMap> arms, FigureSize size) {
    return new AlignmentFigure(arms, size).drawn();
  }

  private Figure drawn() {
    String title = "Cosine of hidden states with the vector";
    words(em, 1.9 * em, Anchor.START, Face.STRONG, em, COLOURS.ink(), title);
    double top = 2.6 * em;
    double foot = size.height() - 2.6 * em;
    double each = (foot - top) / Math.max(1, arms.size());
    // Widths are comparable: every map has the scale of the longest answer.
    int tokens = arms.stream().mapToInt(ArmMap::tokens).max().orElse(1);
    for (int i = 0; i < arms.size(); i++) {
      draw(arms.get(i), top + i * each, each, (right - left) / Math.max(1, tokens));
    }
    legend(foot + 0.8 * em);
    return new Figure(title, size, marks);
  }

  private void draw(ArmMap arm, double top, double high, double wide) {
    words(left, top + 1.2 * em, Anchor.START, Face.TEXT, em, COLOURS.arm(arm.colour()), arm.name());
    double from = top + NAME * em;
    int layers = arm.map().layers();
    double row = (high - (NAME + AXIS) * em) / Math.max(1, layers);
    for (int layer = 0; layer < layers; layer++) {
      double y = from + (layers - 1 - layer) * row;
      for (int token = 0; token < arm.tokens(); token++) {
        double cosine = arm.at(layer, token);
        if (!Double.isNaN(cosine)) {
          String colour = colour(cosine);
          marks.add(new Mark.Box(left + token * wide, y, wide, 0.94 * row, colour, null, 0));
        }
      }
    }
    figure(left - 0.5 * em, from + 0.8 * em, Anchor.END, Integer.toString(layers - 1));
    figure(left - 0.5 * em, from + layers * row, Anchor.END, "0");
    double base = from + layers * row + 1.1 * em;
    figure(left, base, Anchor.START, "token 1");
    figure(left + arm.tokens() * wide, base, Anchor.END, Integer.toString(arm.tokens()));
  }

  private void legend(double top) {
    double wide = Math.min(16 * em, 0.4 * (right - left));
    double step = wide / STEPS;
    for (int i = 0; i < STEPS; i++) {
      String colour = colour(most * (2 * (i + 0.5) / STEPS - 1));
      marks.add(new Mark.Box(left + i * step, top, 1.02 * step, 0.7 * em, colour, null, 0));
    }
    figure(left - 0.3 * em, top + 0.7 * em, Anchor.END, Texts.of("−%.2f", most));
    figure(left + wide + 0.3 * em, top + 0.7 * em, Anchor.START, Texts.of("+%.2f", most));
    double x = left + wide + 4.5 * em;
    String text =
        FaceMetrics.fitted(Face.TEXT, SMALL * em, "rows: decoder blocks, 0 below", right - x);
    words(x, top + 0.7 * em, Anchor.START, Face.TEXT, SMALL * em, COLOURS.quiet(), text);
  }

  private String colour(double cosine) {
    int[] full = cosine > 0 ? ALONG : AGAINST;
    double share = most > 0 ? Math.min(1, Math.abs(cosine) / most) : 0;
    return Texts.of(
        "#%02x%02x%02x", blend(full[0], share), blend(full[1], share), blend(full[2], share));
  }

  private static int blend(int full, double share) {
    return (int) Math.round(0xff + (full - 0xff) * share);
  }

  private void figure(double x, double base, Anchor anchor, String text) {
    words(x, base, anchor, Face.FIGURES, SMALL * em, COLOURS.quiet(), text);
  }

  private void words(
      double x, double base, Anchor anchor, Face face, double high, String colour, String text) {
    marks.add(new Mark.Words(x, base, anchor, face, high, colour, text));
  }
}
