package org.densesteer.evaluation.report;

import java.util.List;
import org.densesteer.common.Markup;
import org.densesteer.common.Texts;

/** Draws a heat map as SVG: value in each cell, details as its tooltip, a legend below. */
final class HeatMapSvg {

  private static final int CELL_WIDTH = 72;
  private static final int CELL_HEIGHT = 34;
  private static final int LEFT = 64;
  private static final int TOP = 40;
  private static final int LEGEND = 68;
  private static final int LEGEND_STEPS = 40;
  private static final int LEGEND_WIDTH = 240;

  private final StringBuilder svg = new StringBuilder();
  private final HeatMap map;
  private final DivergingScale scale;
  private final String hatch;
  private final int bottom;

  private HeatMapSvg(HeatMap map) {
    this.map = map;
    this.scale = DivergingScale.around(map.baseline(), map.values(false), map.values(true));
    this.hatch = "hatch-" + map.measure().key();
    this.bottom = TOP + map.rows().size() * CELL_HEIGHT;
  }

  static String of(HeatMap map) {
    return new HeatMapSvg(map).draw();
  }

  private String draw() {
    List<HeatMap.Cell> first = map.rows().get(0).cells();
    int width = Math.max(LEFT + first.size() * CELL_WIDTH + 8, LEFT + LEGEND_WIDTH + 190);
    add(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\""
            + " role=\"img\" font-family=\"Inter, system-ui, sans-serif\" font-size=\"12\">",
        width, bottom + LEGEND, width, bottom + LEGEND);
    add("<title>%s by layer and strength</title>", Markup.escape(map.measure().title()));
    add(
        "<defs><pattern id=\"%s\" width=\"7\" height=\"7\" patternUnits=\"userSpaceOnUse\""
            + " patternTransform=\"rotate(45)\"><path d=\"M0 0v7\" stroke=\"#000\""
            + " stroke-opacity=\"0.13\" stroke-width=\"3\"/></pattern></defs>",
        hatch);
    text(LEFT, 14, "start", "currentColor", "strength λ");
    text(LEFT - 8, 14, "end", "currentColor", "layer");
    for (int i = 0; i < first.size(); i++) {
      text(centre(i), TOP - 8, "middle", "currentColor", first.get(i).strength());
    }
    for (int row = 0; row < map.rows().size(); row++) {
      drawRow(map.rows().get(row), TOP + row * CELL_HEIGHT);
    }
    drawLegend();
    return svg.append("</svg>").toString();
  }

  private void drawRow(HeatMap.Row row, int top) {
    text(LEFT - 8, top + 21, "end", "currentColor", Integer.toString(row.layer()));
    for (int i = 0; i < row.cells().size(); i++) {
      HeatMap.Cell cell = row.cells().get(i);
      Rgb fill =
          cell.overCliff()
              ? scale.faint(cell.value(), DivergingScale.Ground.LIGHT)
              : scale.color(cell.value());
      add("<g><title>%s</title>", Markup.escape(cell.detail()));
      add(
          "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"%s\"%s/>",
          LEFT + i * CELL_WIDTH + 2,
          top + 2,
          CELL_WIDTH - 4,
          CELL_HEIGHT - 4,
          fill.hex(),
          cell.chosen() ? " stroke=\"currentColor\" stroke-width=\"3\"" : "");
      if (cell.overCliff()) {
        add(
            "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"url(#%s)\"/>",
            LEFT + i * CELL_WIDTH + 2, top + 2, CELL_WIDTH - 4, CELL_HEIGHT - 4, hatch);
      }
      String mark = cell.overCliff() ? " ▾" : "";
      text(centre(i), top + 21, "middle", fill.ink().hex(), cell.shown() + mark);
      svg.append("</g>");
    }
  }

  /** Covers what the measure can be, so that no legend speaks of 130 %. */
  private void drawLegend() {
    double low = Math.max(0, scale.centre() - scale.extent());
    double high = scale.centre() + scale.extent();
    high = map.measure().isShare() ? Math.min(1, high) : high;
    int top = bottom + 14;
    double step = (double) LEGEND_WIDTH / LEGEND_STEPS;
    for (int i = 0; i < LEGEND_STEPS; i++) {
      Rgb color = scale.color(low + (high - low) * (i + 0.5) / LEGEND_STEPS);
      add(
          "<rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"12\" fill=\"%s\"/>",
          LEFT + i * step, top, step + 0.5, color.hex());
    }
    int baseline = LEFT + (int) ((scale.centre() - low) / (high - low) * LEGEND_WIDTH);
    add("<path d=\"M%d %dv18\" stroke=\"currentColor\"/>", baseline, top - 3);
    text(LEFT, top + 28, "start", "currentColor", (below(low) ? "≤ " : "") + shown(low));
    text(
        LEFT + LEGEND_WIDTH,
        top + 28,
        "end",
        "currentColor",
        (above(high) ? "≥ " : "") + shown(high));
    text(
        LEFT,
        top + 44,
        "start",
        "currentColor",
        "line: baseline " + map.measure().format(map.baseline()));
    text(LEFT + LEGEND_WIDTH + 16, top + 10, "start", "currentColor", "framed: chosen");
    text(LEFT + LEGEND_WIDTH + 16, top + 28, "start", "currentColor", "▾ hatched: over the cliff");
  }

  private String shown(double value) {
    return map.measure().format(value);
  }

  private boolean above(double high) {
    return map.values(true).stream().anyMatch(value -> value > high);
  }

  private boolean below(double low) {
    return map.values(true).stream().anyMatch(value -> value < low);
  }

  private static int centre(int column) {
    return LEFT + column * CELL_WIDTH + CELL_WIDTH / 2;
  }

  private void text(int x, int y, String anchor, String fill, String content) {
    add(
        "<text x=\"%d\" y=\"%d\" text-anchor=\"%s\" fill=\"%s\">%s</text>",
        x, y, anchor, fill, Markup.escape(content));
  }

  private void add(String format, Object... values) {
    svg.append(Texts.of(format, values));
  }
}
