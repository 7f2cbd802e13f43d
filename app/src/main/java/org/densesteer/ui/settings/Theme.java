package org.densesteer.ui.settings;

/** Light or dark surfaces. */
public enum Theme {
  /** Dark text on light surfaces. */
  LIGHT,
  /** Light text on dark surfaces. */
  DARK;

  /** The other one. */
  public Theme other() {
    return this == LIGHT ? DARK : LIGHT;
  }
}
