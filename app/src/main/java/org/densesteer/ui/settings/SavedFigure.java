package org.densesteer.ui.settings;

import org.jspecify.annotations.Nullable;

/**
 * How the last figure was saved.
 *
 * @param format ending of its file
 * @param place what it was made for, as the sheet calls it
 * @param widthMm own width in millimetres
 * @param heightMm own height in millimetres
 * @param textPoints own size of text in points
 * @param dpi pixels per inch of a picture
 */
public record SavedFigure(
    @Nullable String format,
    @Nullable String place,
    double widthMm,
    double heightMm,
    double textPoints,
    int dpi) {

  /** Before the first one. */
  public static final SavedFigure DEFAULT = new SavedFigure("pdf", "ONE_COLUMN", 120, 70, 8, 300);

  /** Replaces what a file leaves out or has wrong. */
  public SavedFigure {
    widthMm = widthMm > 0 ? widthMm : 120;
    heightMm = heightMm > 0 ? heightMm : 70;
    textPoints = textPoints > 0 ? textPoints : 8;
    dpi = dpi > 0 ? dpi : 300;
  }
}
