package org.densesteer.ui.trace;

/** How an answer differs from what the next run would be. */
public enum Staleness {
  /** Not at all. */
  NONE(""),
  /** It answers another question. */
  OTHER_QUESTION("answers another question"),
  /** It was made with other settings. */
  OTHER_SETTINGS("other settings"),
  /** It was taken out of the notebook. */
  FROM_NOTEBOOK("from the notebook"),
  /** It is shown again as it was recorded. */
  REPLAY("replay");

  private final String words;

  Staleness(String words) {
    this.words = words;
  }

  /** How the head of a pane says it; empty for {@link #NONE}. */
  public String words() {
    return words;
  }
}
