package org.densesteer.ui.settings;

/**
 * How answers are presented.
 *
 * @param textZoom factor on the size of question and answers alone
 * @param tokensPerSecond most tokens of an answer that are shown in a second; 0 for all that come
 * @param boothMinutes idle minutes after which the stage begins anew; 0 for never
 */
public record SavedStage(double textZoom, int tokensPerSecond, int boothMinutes) {

  /** Text of normal size, every token at once, no booth. */
  public static final SavedStage DEFAULT = new SavedStage(1, 0, 0);

  private static final double SMALLEST = 0.6;
  private static final double LARGEST = 3;

  /** Replaces what a file leaves out or has wrong. */
  public SavedStage {
    textZoom = textZoom > 0 ? Math.min(Math.max(textZoom, SMALLEST), LARGEST) : 1;
    tokensPerSecond = Math.min(Math.max(tokensPerSecond, 0), 1000);
    boothMinutes = Math.min(Math.max(boothMinutes, 0), 600);
  }

  /** The same with text of another size. */
  public SavedStage zoomed(double zoom) {
    return new SavedStage(zoom, tokensPerSecond, boothMinutes);
  }

  /** The same at another speed. */
  public SavedStage limitedTo(int tokens) {
    return new SavedStage(textZoom, tokens, boothMinutes);
  }

  /** The same with another wait. */
  public SavedStage resetAfter(int minutes) {
    return new SavedStage(textZoom, tokensPerSecond, minutes);
  }
}
