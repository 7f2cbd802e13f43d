package org.densesteer.ui.charts;

/**
 * Colours of an exported chart, as {@code #rrggbb}: those of the light theme.
 *
 * @param ground behind everything
 * @param ink of the title
 * @param quiet of labels
 * @param grid of grid lines
 * @param arms of the series, by colour index
 */
public record ChartPalette(String ground, String ink, String quiet, String grid, String[] arms) {

  /** Those of files. */
  public static final ChartPalette LIGHT =
      new ChartPalette(
          "#ffffff",
          "#24292f",
          "#57606a",
          "#d8dee4",
          new String[] {
            "#0072b2", "#a85400", "#00805d", "#a8508a", "#6f6a00", "#4a6fa5", "#a33b20", "#5b4bb5",
            "#3f7a1e", "#7a5a48"
          });

  /** The colour of a series. */
  public String arm(int colourIndex) {
    return arms[Math.floorMod(colourIndex, arms.length)];
  }
}
