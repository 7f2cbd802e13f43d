package org.densesteer.figure;

import org.densesteer.common.FaultException;
import org.densesteer.common.Texts;

/**
 * How large a figure is on paper or on a slide.
 *
 * @param widthMm width in millimetres
 * @param heightMm height in millimetres
 * @param textPoints size of ordinary text in points of 1/72 inch
 */
public record FigureSize(double widthMm, double heightMm, double textPoints) {

  /** One column of a paper. */
  public static final FigureSize ONE_COLUMN = new FigureSize(85, 55, 7);

  /** The width of a page of two columns. */
  public static final FigureSize TWO_COLUMNS = new FigureSize(175, 75, 8);

  /** A slide of 16:9, as wide as PowerPoint and Beamer count it at 10 inches. */
  public static final FigureSize SLIDE = new FigureSize(254, 142.875, 16);

  /** Narrowest and lowest figure, in millimetres. */
  public static final double LEAST_MM = 40;

  /** Widest and highest figure, in millimetres: an A0 sheet. */
  public static final double MOST_MM = 1189;

  private static final double POINTS_PER_MM = 72 / 25.4;

  /** Refuses what no figure can be drawn in. */
  public FigureSize {
    require("width", widthMm);
    require("height", heightMm);
    if (!(textPoints >= 4 && textPoints <= 72)) {
      throw new FaultException(
          Texts.of("The text of a figure is from 4 to 72 points high, not %s.", textPoints));
    }
  }

  private static void require(String what, double mm) {
    if (!(mm >= LEAST_MM && mm <= MOST_MM)) {
      throw new FaultException(
          Texts.of(
              "The %s of a figure is from %.0f to %.0f mm, not %s.", what, LEAST_MM, MOST_MM, mm));
    }
  }

  /** Width in points of 1/72 inch. */
  public double width() {
    return widthMm * POINTS_PER_MM;
  }

  /** Height in points of 1/72 inch. */
  public double height() {
    return heightMm * POINTS_PER_MM;
  }
}
