package org.densesteer.ui.trace;

import org.densesteer.generation.StopReason;

/** How far an arm has come. */
public enum ArmState {
  /** Nothing was generated yet. */
  EMPTY,
  /** Tokens are coming. */
  RUNNING,
  /** The model ended its answer. */
  COMPLETE,
  /** The answer reached the longest length allowed. */
  AT_LENGTH,
  /** A person stopped it. */
  STOPPED;

  static ArmState after(StopReason reason) {
    return switch (reason) {
      case END_OF_TEXT -> COMPLETE;
      case LENGTH -> AT_LENGTH;
      case CANCELLED -> STOPPED;
    };
  }

  /** Whether no further token will come. */
  public boolean ended() {
    return this == COMPLETE || this == AT_LENGTH || this == STOPPED;
  }
}
