package org.densesteer.ui.choice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.densesteer.common.Texts;
import org.densesteer.figure.Face;
import org.densesteer.figure.Figure;
import org.densesteer.figure.FigureSize;
import org.densesteer.figure.Mark;
import org.densesteer.figure.Mark.Anchor;

/**
 * Log-odds over strengths as a figure: the steered line, between grey ticks the range of the random
 * directions at each strength, and the unsteered level.
 */
final class ChoiceDrawing {

  private static final double[] DASHES = {4, 3};

  /**
   * The colours of a drawing, as {@code #rrggbb}.
   *
   * @param ink of words
   * @param quiet of figures at the axes, and of the floor
   * @param grid of the lines behind
   * @param steered of the steered line
   * @param baseline of the unsteered level
   */
  record Colours(String ink, String quiet, String grid, String steered, String baseline) {
    static final Colours LIGHT = new Colours("#24292f", "#57606a", "#d8dee4", "#b85c00", "#0072b2");
    static final Colours DARK = new Colours("#e6edf3", "#9da7b3", "#30363d", "#e69f00", "#56b4e9");
  }

  private final ChoiceResult result;
  private final FigureSize size;
  private final Colours colours;
  private final double em;
  private final double left;
  private final double right;
  private final double top;
  private final double bottom;
  private final double lowest;
  private final double highest;
  private final double[] strengths;
  private final List<Mark> marks = new ArrayList<>();

  private ChoiceDrawing(ChoiceResult result, FigureSize size, Colours colours) {
    this.result = result;
    this.size = size;
    this.colours = colours;
    em = size.textPoints();
    left = 5 * em;
    right = size.width() - em;
    top = 3.6 * em;
    bottom = size.height() - 3.6 * em;
    strengths = result.strengths();
    double[] all =
        DoubleStream.of(
                least(result.steered()),
                least(result.lowest()),
                most(result.steered()),
                most(result.highest()),
                result.unsteered())
            .toArray();
    double room = Math.max(0.1, (most(all) - least(all)) * 0.08);
    lowest = least(all) - room;
    highest = most(all) + room;
  }

  static Figure of(ChoiceResult result, FigureSize size, Colours colours) {
    return new ChoiceDrawing(result, size, colours).drawn();
  }

  private Figure drawn() {
    String title = Texts.of("ln p(“%s”) − ln p(“%s”), nats", result.first(), result.second());
    words(em, 1.6 * em, Anchor.START, Face.STRONG, title, colours.ink());
    for (int i = 0; i <= 4; i++) {
      double value = lowest + (highest - lowest) * i / 4;
      marks.add(Mark.Line.of(left, y(value), right, y(value), colours.grid(), em / 16));
      words(
          left - 0.5 * em,
          y(value) + 0.3 * em,
          Anchor.END,
          Face.FIGURES,
          number("%.1f", value),
          colours.quiet());
    }
    double[] low = result.lowest();
    double[] high = result.highest();
    for (int i = 0; i < strengths.length; i++) {
      double x = x(strengths[i]);
      marks.add(
          new Mark.Box(
              x - 0.35 * em,
              y(high[i]),
              0.7 * em,
              Math.max(em / 10, y(low[i]) - y(high[i])),
              colours.grid(),
              colours.quiet(),
              em / 16));
      if (i % 2 == 0) {
        words(
            x,
            bottom + 1.3 * em,
            Anchor.MIDDLE,
            Face.FIGURES,
            number("%.2f", strengths[i]),
            colours.quiet());
      }
    }
    double level = y(result.unsteered());
    marks.add(
        new Mark.Line(
            new double[] {left, right},
            new double[] {level, level},
            colours.baseline(),
            em / 9,
            DASHES));
    marks.add(
        new Mark.Line(
            Arrays.stream(strengths).map(this::x).toArray(),
            Arrays.stream(result.steered()).map(this::y).toArray(),
            colours.steered(),
            em / 6,
            new double[0]));
    words(
        (left + right) / 2,
        bottom + 2.9 * em,
        Anchor.MIDDLE,
        Face.TEXT,
        "strength λ · line: steered · dashes: unsteered · boxes: range of random directions",
        colours.quiet());
    return new Figure(title, size, marks);
  }

  private double x(double strength) {
    double first = strengths[0];
    double span = strengths[strengths.length - 1] - first;
    return left + em + (right - left - 2 * em) * (span == 0 ? 0.5 : (strength - first) / span);
  }

  private double y(double value) {
    return bottom - (bottom - top) * (value - lowest) / (highest - lowest);
  }

  private void words(double x, double base, Anchor anchor, Face face, String text, String colour) {
    marks.add(new Mark.Words(x, base, anchor, face, em, colour, text));
  }

  private static String number(String format, double value) {
    String text = Texts.of(format, value);
    boolean zero = text.chars().noneMatch(c -> c >= '1' && c <= '9');
    return zero && text.startsWith("-") ? text.substring(1) : text.replace('-', '−');
  }

  private static double least(double[] values) {
    return Arrays.stream(values).min().orElse(0);
  }

  private static double most(double[] values) {
    return Arrays.stream(values).max().orElse(0);
  }
}
