package org.densesteer.ui.steering;

/**
 * How strong a push is beside the hidden state it meets. A rule of thumb, to be read as such: where
 * a model's text breaks down is its own affair, and must be seen in its answers.
 */
public enum PushBand {
  /** Nothing is added. */
  NONE("no push", "none"),
  /** Below 2 %: seldom visible. */
  FAINT("faint", "low"),
  /** Below 50 %: where recommended settings lie, and so taken for one that is not known. */
  MODERATE("moderate", "low"),
  /** Below 80 %: the answer may suffer. */
  STRONG("strong", "high"),
  /** From 80 % on: text is likely to break down. */
  EXTREME("extreme", "over");

  private static final double FAINT_BELOW = 0.02;
  private static final double MODERATE_BELOW = 0.5;
  private static final double STRONG_BELOW = 0.8;

  private final String words;
  private final String tone;

  PushBand(String words, String tone) {
    this.words = words;
    this.tone = tone;
  }

  /**
   * The band of a push.
   *
   * @param relative ‖λv‖ / mean ‖h‖, not negative; NaN while it is not known
   */
  public static PushBand of(double relative) {
    if (relative == 0) {
      return NONE;
    }
    if (relative < FAINT_BELOW) {
      return FAINT;
    }
    if (relative < MODERATE_BELOW || Double.isNaN(relative)) {
      return MODERATE;
    }
    return relative < STRONG_BELOW ? STRONG : EXTREME;
  }

  /** The band in words. */
  public String words() {
    return words;
  }

  /** Name of the colour it is shown in: {@code none}, {@code low}, {@code high} or {@code over}. */
  public String tone() {
    return tone;
  }
}
