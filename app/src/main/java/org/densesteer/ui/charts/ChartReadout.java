package org.densesteer.ui.charts;

import java.util.StringJoiner;
import org.densesteer.common.Texts;

/** Puts the values at one place of a chart into words. */
final class ChartReadout {

  private ChartReadout() {}

  /** The values of every series at the whole number nearest to {@code place}; empty if none has. */
  static String at(ChartData data, long place) {
    StringJoiner lines = new StringJoiner("\n");
    for (ChartSeries series : data.series()) {
      double value = valueAt(series, place);
      if (Double.isFinite(value)) {
        String figure = Texts.of("%." + data.decimals() + "f", value);
        lines.add(series.name() + "  " + figure);
      }
    }
    return lines.length() == 0
        ? ""
        : data.xLabel() + " " + place + "\n" + lines + "\n" + data.unit();
  }

  private static double valueAt(ChartSeries series, long place) {
    for (int i = 0; i < series.size(); i++) {
      if (Math.round(series.x()[i]) == place) {
        return series.y()[i];
      }
    }
    return Double.NaN;
  }
}
