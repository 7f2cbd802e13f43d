package org.densesteer.ui.charts;

/**
 * What tells an arm from the others where colours do not: dashes of its line, stripes across its
 * bars. The first arm has neither.
 *
 * @param dashes lengths drawn and left out in turns, in widths of the line
 * @param slope rise of the stripes to the right: 1, -1, or 0 for level ones
 * @param striped whether there are stripes
 */
record ArmPattern(double[] dashes, int slope, boolean striped) {

  private static final ArmPattern[] ALL = {
    new ArmPattern(new double[0], 0, false),
    new ArmPattern(new double[] {5, 2}, 1, true),
    new ArmPattern(new double[] {1.5, 2}, -1, true),
    new ArmPattern(new double[] {6, 2, 1.5, 2}, 0, true),
    new ArmPattern(new double[] {9, 3}, 1, true),
    new ArmPattern(new double[] {6, 2, 1.5, 2, 1.5, 2}, -1, true),
    new ArmPattern(new double[] {3, 3}, 0, true),
    new ArmPattern(new double[] {12, 2}, 1, true),
    new ArmPattern(new double[] {1.5, 5}, -1, true),
    new ArmPattern(new double[] {9, 2, 4, 2}, 0, true)
  };

  static ArmPattern of(int colourIndex) {
    return ALL[Math.floorMod(colourIndex, ALL.length)];
  }

  /** Takes a stripe's ends. */
  interface Stripe {
    void from(double x1, double y1, double x2, double y2);
  }

  /**
   * The stripes across a rectangle, cut at its edges.
   *
   * @param pitch distance of two stripes along an edge
   */
  void stripes(double x, double y, double width, double height, double pitch, Stripe taker) {
    if (!striped || width <= 0 || height <= 0) {
      return;
    }
    if (slope == 0) {
      for (double at = y + height - pitch; at > y; at -= pitch) {
        taker.from(x, at, x + width, at);
      }
      return;
    }
    // Lines u + v = c, u from the left (or the right) and v from the top.
    for (double c = pitch; c < width + height; c += pitch) {
      double from = Math.max(0, c - height);
      double to = Math.min(width, c);
      if (slope > 0) {
        taker.from(x + from, y + c - from, x + to, y + c - to);
      } else {
        taker.from(x + width - from, y + c - from, x + width - to, y + c - to);
      }
    }
  }

  /** The dashes of a line of this width, in its unit. */
  double[] dashes(double thickness) {
    double[] scaled = dashes.clone();
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] *= thickness;
    }
    return scaled;
  }
}
