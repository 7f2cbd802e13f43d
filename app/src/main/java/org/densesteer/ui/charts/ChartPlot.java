package org.densesteer.ui.charts;

/**
 * Where values stand in a figure, in points from its upper left corner.
 *
 * @param across scale from left to right
 * @param up scale from the bottom to the top
 */
record ChartPlot(
    AxisScale across, AxisScale up, double left, double top, double right, double bottom) {

  double x(double place) {
    return left + (right - left) * (place - across.min()) / (across.max() - across.min());
  }

  double y(double value) {
    return bottom - (bottom - top) * (value - up.min()) / (up.max() - up.min());
  }
}
