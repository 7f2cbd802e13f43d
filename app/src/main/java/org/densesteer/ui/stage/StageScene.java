package org.densesteer.ui.stage;

/** What an audience sees. */
enum StageScene {
  /** The answers as they are written. */
  LIVE,
  /** Answers without names will come with the next run. */
  AWAITED,
  /** Two answers without names. */
  BLIND,
  /** The same two with their names, and what was voted. */
  REVEALED,
  /** A recorded run, shown as it was written. */
  REPLAY
}
