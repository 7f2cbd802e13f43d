package org.densesteer.evaluation.report;

import java.util.Collection;

/**
 * Colours for values around a centre: blue below, the ground's own at it, orange above. Blue and
 * orange are the pair of Okabe and Ito that people with any kind of colour blindness can tell
 * apart, and equal distances look equally strong on either side.
 *
 * @param centre the value of the neutral colour, such as the baseline's
 * @param extent distance from the centre at which the colours are full; above 0
 */
public record DivergingScale(double centre, double extent) {

  private static final Rgb BELOW = new Rgb(0x00, 0x72, 0xB2);
  private static final Rgb ABOVE = new Rgb(0xE6, 0x7E, 0x22);
  private static final double FAINT = 0.4;
  private static final Rgb UNKNOWN = new Rgb(0xC8, 0xC8, 0xC8);

  /**
   * The scale that reaches its full colours at the ordinary value farthest from the centre; where
   * no such value differs from the centre, at the outlier farthest from it.
   */
  public static DivergingScale around(
      double centre, Collection<Double> ordinary, Collection<Double> outliers) {
    double farthest = farthest(centre, ordinary);
    farthest = farthest > 0 ? farthest : farthest(centre, outliers);
    return new DivergingScale(centre, farthest > 0 ? farthest : 1);
  }

  private static double farthest(double centre, Collection<Double> values) {
    return values.stream()
        .mapToDouble(v -> Math.abs(v - centre))
        .filter(Double::isFinite)
        .max()
        .orElse(0);
  }

  /** What the colours lie on, which is the colour of the centre. */
  public enum Ground {
    /** Paper, and the light theme. */
    LIGHT(new Rgb(0xF4, 0xF4, 0xF2)),
    /** The dark theme. */
    DARK(new Rgb(0x2B, 0x31, 0x3A));

    private final Rgb neutral;

    Ground(Rgb neutral) {
      this.neutral = neutral;
    }
  }

  /** The colour of a value on light ground; grey for NaN. */
  public Rgb color(double value) {
    return color(value, Ground.LIGHT);
  }

  /** The colour of a value; grey for NaN. */
  public Rgb color(double value, Ground ground) {
    double share = (value - centre) / extent;
    if (Double.isNaN(share)) {
      return UNKNOWN;
    }
    return ground.neutral.towards(share < 0 ? BELOW : ABOVE, Math.min(1, Math.abs(share)));
  }

  /** The colour of a value that counts less, such as one over the cliff; grey for NaN. */
  public Rgb faint(double value, Ground ground) {
    return Double.isNaN(value) ? UNKNOWN : ground.neutral.towards(color(value, ground), FAINT);
  }
}
