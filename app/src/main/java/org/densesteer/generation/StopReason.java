package org.densesteer.generation;

/** Why an answer ended. */
public enum StopReason {
  /** The model chose an end-of-text token. */
  END_OF_TEXT,
  /** The answer reached the longest length allowed, or its watch gave it up. */
  LENGTH,
  /** A person stopped it. */
  CANCELLED
}
