package org.densesteer.ui.session;

/** Which runs a session file is to hold. */
enum SessionScope {
  /** Those made or opened in this window since its session began. */
  SESSION("those of this session"),
  /** Those of the notebook that have a star. */
  STARRED("those with a star in the notebook"),
  /** All of the notebook. */
  ALL("all those in the notebook");

  private final String words;

  SessionScope(String words) {
    this.words = words;
  }

  /** What a choice is called. */
  String words() {
    return words;
  }
}
