package org.densesteer.ui.trace;

/** Whether an answer is right. */
public enum Verdict {
  /** There is no gold answer. */
  UNKNOWN,
  /** The gold answer. */
  RIGHT,
  /** Another answer than the gold one, or none. */
  WRONG
}
