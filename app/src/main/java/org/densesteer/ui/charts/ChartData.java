package org.densesteer.ui.charts;

import java.util.List;

/**
 * Everything that a chart shows, for the window, for SVG and for CSV.
 *
 * @param title what is measured
 * @param unit of the values, with what else must be known to read them
 * @param kind how it is drawn
 * @param xLabel what is counted from left to right
 * @param decimals of a value in words
 * @param series what is drawn, each with a point at least
 */
record ChartData(
    String title,
    String unit,
    ChartKind kind,
    String xLabel,
    int decimals,
    List<ChartSeries> series) {

  /** Freezes the list, without the series that have no point. */
  ChartData {
    series = series.stream().filter(one -> one.size() > 0).toList();
  }

  /** Whether there is nothing to draw. */
  boolean isEmpty() {
    return series.isEmpty();
  }

  /** Smallest place; 0 when empty. */
  double minX() {
    return series.stream().mapToDouble(one -> one.x()[0]).min().orElse(0);
  }

  /** Largest place; 0 when empty. */
  double maxX() {
    return series.stream().mapToDouble(one -> one.x()[one.size() - 1]).max().orElse(0);
  }

  /** Largest value that is one; 0 when there is none. */
  double maxY() {
    double most = 0;
    for (ChartSeries one : series) {
      for (double value : one.y()) {
        if (Double.isFinite(value)) {
          most = Math.max(most, value);
        }
      }
    }
    return most;
  }
}
