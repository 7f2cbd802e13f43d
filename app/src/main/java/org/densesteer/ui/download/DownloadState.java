package org.densesteer.ui.download;

/** How far a download has come. */
enum DownloadState {
  /** Bytes come in, or it waits for them. */
  RUNNING,
  /** A person holds it. */
  PAUSED,
  /** Everything is here. */
  DONE,
  /** It ended without everything; what has arrived stays. */
  FAILED,
  /** A person ended it; what has arrived stays. */
  CANCELLED;

  /** Whether nothing more happens by itself. */
  boolean ended() {
    return this == DONE || brokenOff();
  }

  /** Whether it ended without everything. */
  boolean brokenOff() {
    return this == FAILED || this == CANCELLED;
  }
}
