package org.densesteer.evaluation.plan;

import java.util.Locale;

/** Part of the problem set that a figure stands on. */
public enum SweepPart {
  /** All problems: the set was not split. */
  ALL,
  /** The part on which layer and strength are chosen. */
  TUNING,
  /** The part on which the chosen cell is reported. */
  TEST;

  /** Its name in files. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
