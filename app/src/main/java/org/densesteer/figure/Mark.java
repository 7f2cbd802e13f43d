package org.densesteer.figure;

import org.jspecify.annotations.Nullable;

/**
 * A part of a figure. Lengths are in points of 1/72 inch, from the upper left corner; colours are
 * {@code #rrggbb}.
 */
public sealed interface Mark {

  /**
   * A rectangle.
   *
   * @param fill its inside; null for none
   * @param edge its edge; null for none
   * @param thickness of the edge
   */
  record Box(
      double x,
      double y,
      double width,
      double height,
      @Nullable String fill,
      @Nullable String edge,
      double thickness)
      implements Mark {}

  /**
   * Points joined by straight lines.
   *
   * @param xs from the left
   * @param ys from the top, as many
   * @param dashes lengths drawn and left out in turns; empty for a whole line
   */
  record Line(double[] xs, double[] ys, String colour, double thickness, double[] dashes)
      implements Mark {

    /** A straight line. */
    public static Line of(
        double x1, double y1, double x2, double y2, String colour, double thickness) {
      return new Line(
          new double[] {x1, x2}, new double[] {y1, y2}, colour, thickness, new double[0]);
    }
  }

  /**
   * A line of text.
   *
   * @param x where it is held
   * @param base height of its base line, from the top
   * @param anchor by what it is held
   * @param size in points
   */
  record Words(
      double x, double base, Anchor anchor, Face face, double size, String colour, String text)
      implements Mark {}

  /** By what a text is held. */
  enum Anchor {
    /** By its beginning. */
    START(0),
    /** By its middle. */
    MIDDLE(0.5),
    /** By its end. */
    END(1);

    private final double share;

    Anchor(double share) {
      this.share = share;
    }

    /** How much of the text lies left of where it is held, in 0..1. */
    public double share() {
      return share;
    }
  }
}
