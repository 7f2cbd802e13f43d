package org.densesteer.ui.charts;

/** Where the bars of one step stand: side by side, in the middle four fifths of its place. */
record BarPlaces(int seriesCount) {

  private static final double SPAN = 0.72;
  private static final double WIDEST = 0.3;

  /** Width of one bar, in places. */
  double width() {
    return Math.min(WIDEST, SPAN / seriesCount);
  }

  /** Left edge of a series' bar at a place, in places. */
  double left(double place, int series) {
    return place + (series - seriesCount / 2.0) * width();
  }
}
