package org.densesteer.ui.charts;

import java.util.Map;
import java.util.TreeMap;
import org.densesteer.notebook.Provenance;

/**
 * A chart's data as CSV (RFC 4180): one line per place, one column per series, gaps empty. Before
 * them stand two lines that begin with {@code #}, the second with the settings as JSON, which
 * {@code pandas.read_csv(file, comment="#")} and {@code read.csv(file, comment.char = "#")} pass
 * over.
 */
final class ChartCsv {

  private ChartCsv() {}

  static String of(ChartData data, Provenance provenance) {
    StringBuilder csv = new StringBuilder();
    csv.append("# ").append(data.title()).append(". ").append(provenance.sentence()).append("\r\n");
    csv.append("# settings: ").append(provenance.json()).append("\r\n");
    csv.append(quoted(data.xLabel()));
    Map<Double, String[]> lines = new TreeMap<>();
    int columns = data.series().size();
    for (int column = 0; column < columns; column++) {
      ChartSeries series = data.series().get(column);
      csv.append(',').append(quoted(series.name() + " (" + data.unit() + ")"));
      for (int i = 0; i < series.size(); i++) {
        String[] line = lines.computeIfAbsent(series.x()[i], place -> new String[columns]);
        line[column] = number(series.y()[i]);
      }
    }
    csv.append("\r\n");
    lines.forEach(
        (place, line) -> {
          csv.append(number(place));
          for (String cell : line) {
            csv.append(',').append(cell == null ? "" : cell);
          }
          csv.append("\r\n");
        });
    return csv.toString();
  }

  private static String number(double value) {
    if (!Double.isFinite(value)) {
      return "";
    }
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }

  private static String quoted(String text) {
    boolean plain =
        text.chars().noneMatch(c -> c == ',' || c == '"' || c == '#' || c == '\n' || c == '\r');
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
