package org.densesteer.ui.stage;

/** What one person of an audience says of two answers. */
enum Vote {
  /** The left one is better. */
  LEFT,
  /** The right one is better. */
  RIGHT,
  /** Neither is. */
  TIE
}
