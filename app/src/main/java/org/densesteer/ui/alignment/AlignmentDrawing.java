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

/**
 * Alignment maps as a figure on white, below each other: tokens from left to right, layers from the
 * bottom up, with the same colours in all maps.
 */
final class AlignmentDrawing {

  private static final String INK = "#24292f";
  private static final String QUIET = "#57606a";
  private static final String EDGE = "#d8dee4";
  private static final int[] ALONG = {0xd5, 0x5e, 0x00};
  private static final int[] AGAINST = {0x00, 0x72, 0xb2};

  /** Most figures below a map. */
  private static final int TICKS = 8;

  private final List<ArmMap> arms;
  private final FigureSize size;
  private final double em;
  private final double most;
  private final List<Mark> marks = new ArrayList<>();

  private AlignmentDrawing(List<ArmMap> arms, FigureSize size) {
    this.arms = arms;
    this.size = size;
    em = size.textPoints();
    most = arms.stream().mapToDouble(ArmMap::most).max().orElse(0);
  }

  static Figure of(List<ArmMap> arms, FigureSize size) {
    return new AlignmentDrawing(arms, size).drawn();
  }

  private Figure drawn() {
    String title = "Cosine of hidden states with the vector";
    words(em, 1.6 * em, Anchor.START, Face.STRONG, title, INK);
    double from = 2.4 * em;
    double each = (size.height() - from - 2 * em) / Math.max(1, arms.size());
    for (int i = 0; i < arms.size(); i++) {
      map(arms.get(i), from + i * each, from + (i + 1) * each);
    }
    String legend =
        Texts.of(
            "token → · layer ↑ · orange along the vector, blue against it; full colour ±%.2f",
            most);
    words(
        em,
        size.height() - 0.8 * em,
        Anchor.START,
        Face.TEXT,
        FaceMetrics.fitted(Face.TEXT, em, legend, size.width() - 2 * em),
        QUIET);
    return new Figure(title, size, marks);
  }

  private void map(ArmMap arm, double top, double bottom) {
    words(em, top + em, Anchor.START, Face.TEXT, arm.name(), INK);
    double left = 3 * em;
    double right = size.width() - em;
    double high = top + 1.5 * em;
    double low = bottom - 1.6 * em;
    int layers = arm.map().layers();
    double width = (right - left) / Math.max(1, arm.tokens());
    double height = (low - high) / layers;
    for (int layer = 0; layer < layers; layer++) {
      for (int token = 0; token < arm.tokens(); token++) {
        double cosine = arm.at(layer, token);
        String fill = Double.isNaN(cosine) ? "#ffffff" : colour(cosine);
        if (!fill.equals("#ffffff")) {
          marks.add(
              new Mark.Box(
                  left + token * width, low - (layer + 1) * height, width, height, fill, null, 0));
        }
      }
    }
    marks.add(new Mark.Box(left, high, right - left, low - high, null, EDGE, em / 16));
    words(left - 0.4 * em, low, Anchor.END, Face.FIGURES, "0", QUIET);
    words(
        left - 0.4 * em,
        high + 0.8 * em,
        Anchor.END,
        Face.FIGURES,
        Integer.toString(layers - 1),
        QUIET);
    int step = Math.max(1, (int) Math.ceil(arm.tokens() / (double) TICKS / 5) * 5);
    for (int token = 0; token < arm.tokens(); token += step) {
      words(
          left + (token + 0.5) * width,
          low + 1.1 * em,
          Anchor.MIDDLE,
          Face.FIGURES,
          Integer.toString(token),
          QUIET);
    }
  }

  /** White mixed with a colour by the size of the cosine. */
  private String colour(double cosine) {
    double share = most > 0 ? Math.min(1, Math.abs(cosine) / most) : 0;
    int[] full = cosine > 0 ? ALONG : AGAINST;
    int[] mixed = new int[full.length];
    for (int i = 0; i < mixed.length; i++) {
      mixed[i] = (int) Math.round(255 + (full[i] - 255) * share);
    }
    return Texts.of("#%02x%02x%02x", mixed[0], mixed[1], mixed[2]);
  }

  private void words(double x, double base, Anchor anchor, Face face, String text, String colour) {
    marks.add(new Mark.Words(x, base, anchor, face, em, colour, text));
  }
}
