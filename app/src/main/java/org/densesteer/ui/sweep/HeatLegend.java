package org.densesteer.ui.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.densesteer.evaluation.report.DivergingScale;
import org.densesteer.figure.Face;
import org.densesteer.figure.FaceMetrics;
import org.densesteer.figure.Mark;
import org.densesteer.figure.Mark.Anchor;
import org.densesteer.ui.charts.ChartPalette;

/**
 * The legend of a heat map that is drawn as a figure.
 *
 * @param scale the map's colours
 * @param em size of the text in points
 * @param left where it begins
 * @param right where it must end
 */
record HeatLegend(HeatPicture picture, DivergingScale scale, double em, double left, double right) {

  /** Its height. */
  static final double EMS = 4.6;

  /** Colour of the lines over what lies over the cliff. */
  static final String HATCH = "#b1b8c0";

  private static final int STEPS = 40;
  private static final ChartPalette COLOURS = ChartPalette.LIGHT;

  /** Draws it below a height. */
  List<Mark> marks(double top) {
    List<Mark> marks = new ArrayList<>();
    // Covers what the measure can be: no legend speaks of 130 %.
    double low = Math.max(0, scale.centre() - scale.extent());
    double high = scale.centre() + scale.extent();
    high = picture.measure().isShare() ? Math.min(1, high) : high;
    double wide = Math.min(18 * em, 0.5 * (right - left));
    double step = wide / STEPS;
    double bar = top + 0.8 * em;
    for (int i = 0; i < STEPS; i++) {
      String colour = scale.color(low + (high - low) * (i + 0.5) / STEPS).hex();
      // A little wider, so that no seam shows.
      double overlap = i + 1 < STEPS ? step / 4 : 0;
      marks.add(new Mark.Box(left + i * step, bar, step + overlap, 0.8 * em, colour, null, 0));
    }
    if (!Double.isNaN(picture.baseline())) {
      double at = left + (scale.centre() - low) / (high - low) * wide;
      marks.add(Mark.Line.of(at, bar - 0.25 * em, at, bar + 1.05 * em, COLOURS.ink(), em / 12));
    }
    double base = bar + 2 * em;
    marks.add(words(left, base, Anchor.START, beyond("≤ ", low, -1) + shown(low)));
    marks.add(words(left + wide, base, Anchor.END, beyond("≥ ", high, 1) + shown(high)));
    double x = left + wide + em;
    List<String> keys = keys();
    for (int i = 0; i < keys.size(); i++) {
      String text = FaceMetrics.fitted(Face.TEXT, 0.85 * em, keys.get(i), right - x);
      marks.add(words(x, bar + (0.5 + 1.15 * i) * em, Anchor.START, text));
    }
    return marks;
  }

  private List<String> keys() {
    return Stream.of(
            Double.isNaN(picture.baseline()) ? "" : "line: baseline " + shown(picture.baseline()),
            cells().anyMatch(HeatPicture.Cell::chosen) ? "framed: chosen" : "",
            cells().anyMatch(HeatPicture.Cell::overCliff) ? "hatched: over the cliff" : "")
        .filter(key -> !key.isEmpty())
        .toList();
  }

  private Stream<HeatPicture.Cell> cells() {
    return picture.rows().stream().flatMap(row -> row.cells().stream());
  }

  /** Cells over the cliff may lie farther out than the colours go. */
  private String beyond(String sign, double end, int direction) {
    return cells()
            .filter(HeatPicture.Cell::overCliff)
            .anyMatch(cell -> direction * (cell.value() - end) > 0)
        ? sign
        : "";
  }

  private String shown(double value) {
    return picture.measure().format(value);
  }

  private Mark.Words words(double x, double base, Anchor anchor, String text) {
    return new Mark.Words(x, base, anchor, Face.TEXT, 0.85 * em, COLOURS.quiet(), text);
  }
}
