package org.densesteer.ui.sweep;

/** How far the page's sweep is. */
enum SweepState {
  /** None was started. */
  EMPTY,
  /** Answers come. */
  RUNNING,
  /** It waits, or will when its present batch is done. */
  PAUSED,
  /** It was stopped or failed, or opened unfinished; it can go on where it was. */
  STOPPED,
  /** Everything is answered. */
  FINISHED;

  /** Whether it is under way. */
  boolean active() {
    return this == RUNNING || this == PAUSED;
  }
}
