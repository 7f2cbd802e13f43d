package org.densesteer.ui.session;

/** Which runs a session file is to hold. */
enum SessionScope {
  /** Those made or opened in this window since its session began. */
  SESSION("this session"),
  /** Those of the notebook that have a star. */
  STARRED("the notebook's with a star"),
  /** All of the notebook. */
  ALL("all of the notebook");

  private final String words;

  SessionScope(String words) {
    this.words = words;
  }

  /** What a choice is called. */
  String words() {
    return words;
  }
}
