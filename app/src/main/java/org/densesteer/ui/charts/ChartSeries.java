package org.densesteer.ui.charts;

/**
 * One line, or the bars of one colour.
 *
 * @param name what the legend calls it
 * @param colourIndex which of the arms' colours it has
 * @param dashed whether it is drawn in the second manner: dashed, or as an outlined bar
 * @param x places, ascending
 * @param y values; NaN leaves a gap
 */
record ChartSeries(String name, int colourIndex, boolean dashed, double[] x, double[] y) {

  /** Checks that there are as many values as places. */
  ChartSeries {
    if (x.length != y.length) {
      throw new IllegalArgumentException(
          name + " has " + x.length + " places but " + y.length + " values");
    }
  }

  /** How many points there are, gaps included. */
  int size() {
    return x.length;
  }
}
