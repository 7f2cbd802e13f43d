package org.densesteer.ui.settings;

/**
 * Where the window was, in pixels of the screen.
 *
 * @param x left edge
 * @param y top edge
 * @param width at least {@link #LEAST_WIDTH}
 * @param height at least {@link #LEAST_HEIGHT}
 * @param maximized whether it filled the screen
 */
public record WindowPlace(double x, double y, double width, double height, boolean maximized) {

  /** Narrowest window in which everything can be used. */
  public static final double LEAST_WIDTH = 960;

  /** Lowest window in which everything can be used. */
  public static final double LEAST_HEIGHT = 600;

  /** Size at first start; the place is the platform's choice. */
  public static final WindowPlace DEFAULT =
      new WindowPlace(Double.NaN, Double.NaN, 1440, 900, false);

  /** Keeps the size usable, whatever a file says. */
  public WindowPlace {
    width = Double.isFinite(width) ? Math.max(width, LEAST_WIDTH) : 1440;
    height = Double.isFinite(height) ? Math.max(height, LEAST_HEIGHT) : 900;
  }

  /** Whether the place on the screen is known. */
  public boolean placed() {
    return Double.isFinite(x) && Double.isFinite(y);
  }
}
