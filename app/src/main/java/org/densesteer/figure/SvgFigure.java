package org.densesteer.figure;

import java.util.Locale;
import org.densesteer.common.Markup;
import org.densesteer.common.Texts;
import org.jspecify.annotations.Nullable;

/**
 * A figure as SVG 1.1 of its size in millimetres. Letters are text; who has not the fonts sees
 * those of the same kind. Settings stand in {@code <metadata>}.
 */
final class SvgFigure {

  private final StringBuilder svg = new StringBuilder();

  private SvgFigure() {}

  static String of(Figure figure, Origin origin) {
    return new SvgFigure().write(figure, origin);
  }

  private String write(Figure figure, Origin origin) {
    FigureSize size = figure.size();
    line("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
    line(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%smm\" height=\"%smm\""
            + " viewBox=\"0 0 %s %s\">",
        number(size.widthMm()),
        number(size.heightMm()),
        number(size.width()),
        number(size.height()));
    line("<title>%s</title>", Markup.escape(figure.title()));
    line("<desc>%s</desc>", Markup.escape(origin.description()));
    line(
        "<metadata xmlns:ds=\"urn:densesteer\"><ds:program>%s</ds:program>"
            + "<ds:settings>%s</ds:settings></metadata>",
        Markup.escape(Origin.program()), Markup.escape(origin.settings()));
    line("<rect width=\"100%%\" height=\"100%%\" fill=\"#ffffff\"/>");
    figure.marks().forEach(this::draw);
    line("</svg>");
    return svg.toString();
  }

  private void draw(Mark mark) {
    if (mark instanceof Mark.Box box) {
      line(
          "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill=\"%s\"%s/>",
          number(box.x()),
          number(box.y()),
          number(box.width()),
          number(box.height()),
          box.fill() == null ? "none" : box.fill(),
          stroke(box.edge(), box.thickness()));
    } else if (mark instanceof Mark.Line line) {
      line(
          "<polyline points=\"%s\" fill=\"none\"%s stroke-linejoin=\"round\"%s/>",
          points(line), stroke(line.colour(), line.thickness()), dashes(line.dashes()));
    } else if (mark instanceof Mark.Words words) {
      line(
          "<text x=\"%s\" y=\"%s\" text-anchor=\"%s\" font-family=\"%s\" font-weight=\"%d\""
              + " font-size=\"%s\" fill=\"%s\">%s</text>",
          number(words.x()),
          number(words.base()),
          words.anchor().name().toLowerCase(Locale.ROOT),
          words.face().families(),
          words.face().weight(),
          number(words.size()),
          words.colour(),
          Markup.escape(words.text()));
    }
  }

  private static String points(Mark.Line line) {
    StringBuilder points = new StringBuilder();
    for (int i = 0; i < line.xs().length; i++) {
      points.append(i == 0 ? "" : " ");
      points.append(number(line.xs()[i])).append(',').append(number(line.ys()[i]));
    }
    return points.toString();
  }

  private static String stroke(@Nullable String colour, double thickness) {
    return colour == null
        ? ""
        : Texts.of(" stroke=\"%s\" stroke-width=\"%s\"", colour, number(thickness));
  }

  private static String dashes(double[] dashes) {
    if (dashes.length == 0) {
      return "";
    }
    StringBuilder list = new StringBuilder();
    for (double dash : dashes) {
      list.append(list.isEmpty() ? "" : " ").append(number(dash));
    }
    return Texts.of(" stroke-dasharray=\"%s\"", list);
  }

  private void line(String format, Object... values) {
    svg.append(Texts.of(format, values)).append('\n');
  }

  private static String number(double value) {
    return Texts.of("%.2f", value).replaceAll("\\.?0+$", "");
  }
}
