package org.densesteer.evaluation.report;

import org.densesteer.common.Texts;

/**
 * A colour in sRGB.
 *
 * @param red 0 to 255
 * @param green 0 to 255
 * @param blue 0 to 255
 */
public record Rgb(int red, int green, int blue) {

  private static final Rgb DARK_INK = new Rgb(0, 0, 0);
  private static final Rgb LIGHT_INK = new Rgb(0xFF, 0xFF, 0xFF);

  /** As CSS writes it: {@code #0072b2}. */
  public String hex() {
    return Texts.of("#%02x%02x%02x", red, green, blue);
  }

  /** Black or white, whichever reads better on this colour. */
  public Rgb ink() {
    return contrast(DARK_INK) >= contrast(LIGHT_INK) ? DARK_INK : LIGHT_INK;
  }

  /** Contrast ratio, 1 to 21 (WCAG 2.1, definition of contrast ratio). */
  public double contrast(Rgb other) {
    double lighter = Math.max(luminance(), other.luminance());
    double darker = Math.min(luminance(), other.luminance());
    return (lighter + 0.05) / (darker + 0.05);
  }

  /** The colour on the way to another one, {@code share} 0 here and 1 there. */
  Rgb towards(Rgb other, double share) {
    return new Rgb(
        between(red, other.red, share),
        between(green, other.green, share),
        between(blue, other.blue, share));
  }

  /** Relative luminance (WCAG 2.1). */
  private double luminance() {
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
  }

  private static double linear(int channel) {
    double value = channel / 255.0;
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }

  private static int between(int from, int to, double share) {
    return (int) Math.round(from + (to - from) * share);
  }
}
