package org.densesteer.ui.settings;

/** The size of the window's text, by which room is measured. */
public final class TextSize {

  /** Pixels of one em before a person enlarges the text. */
  public static final double BASE = 13;

  private TextSize() {}

  /** Pixels of one em at the text size of the settings. */
  public static double em(Settings settings) {
    return BASE * settings.textScaleProperty().get();
  }

  /** How many ems a length in pixels has. */
  public static double ems(double pixels, Settings settings) {
    return pixels / em(settings);
  }
}
