package org.densesteer.ui.settings;

/**
 * Where the dividers stand.
 *
 * @param promptWidth width of the prompt panel in pixels
 * @param steeringWidth width of the steering panel in pixels
 * @param charts share of the height above the charts, in 0..1
 */
public record Splits(double promptWidth, double steeringWidth, double charts) {

  /** Dividers at first start. */
  public static final Splits DEFAULT = new Splits(268, 268, 0.68);

  /** Keeps every part visible, whatever a file says. */
  public Splits {
    promptWidth = within(promptWidth, 200, 600, 268);
    steeringWidth = within(steeringWidth, 220, 600, 268);
    charts = within(charts, 0.2, 0.95, 0.68);
  }

  private static double within(double value, double low, double high, double otherwise) {
    return Double.isFinite(value) ? Math.min(Math.max(value, low), high) : otherwise;
  }
}
