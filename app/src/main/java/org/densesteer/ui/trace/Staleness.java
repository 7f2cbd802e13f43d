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
  /** The same, of another question. */
  NOTEBOOK_OTHER_QUESTION("from the notebook · another question"),
  /** It is shown again as it was recorded. */
  REPLAY("replay"),
  /** It is a record that stands beside new answers. */
  PINNED("pinned"),
  /** The same, of another question. */
  PINNED_OTHER_QUESTION("pinned · another question"),
  /** The same, of another model. */
  PINNED_OTHER_MODEL("pinned · another model");

  private final String words;

  Staleness(String words) {
    this.words = words;
  }

  /** Whether it is pinned, of whatever question. */
  public boolean pinned() {
    return this == PINNED || this == PINNED_OTHER_QUESTION || this == PINNED_OTHER_MODEL;
  }

  /** Whether it was taken out of the notebook, of whatever question. */
  public boolean fromNotebook() {
    return this == FROM_NOTEBOOK || this == NOTEBOOK_OTHER_QUESTION;
  }

  /** Whether it is of another question than the one in the panel. */
  boolean otherQuestion() {
    return this == OTHER_QUESTION
        || this == NOTEBOOK_OTHER_QUESTION
        || this == PINNED_OTHER_QUESTION;
  }

  /** Whether its figures may be held against those of new answers. */
  boolean comparable() {
    return this != PINNED_OTHER_QUESTION && this != PINNED_OTHER_MODEL;
  }

  /** How the head of a pane says it; empty for {@link #NONE}. */
  public String words() {
    return words;
  }
}
