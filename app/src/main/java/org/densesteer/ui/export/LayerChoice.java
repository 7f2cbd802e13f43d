package org.densesteer.ui.export;

/** Which of a vector's layers go into a file. */
enum LayerChoice {
  /** The one in use. */
  ONE,
  /** Those from one layer to another. */
  BAND,
  /** Every one. */
  ALL
}
