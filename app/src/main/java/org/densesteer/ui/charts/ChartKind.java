package org.densesteer.ui.charts;

/** How the values are drawn. */
enum ChartKind {
  /** Bars side by side at whole numbers. */
  BARS,
  /** A line per series. */
  LINES
}
