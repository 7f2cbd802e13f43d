package org.densesteer.generation;

/** Hears a run as it happens, on the decoder's thread: return at once. */
public interface RunListener {

  /** Ignores everything. */
  RunListener NONE = event -> {};

  /** A token was chosen. */
  void onToken(TokenEvent event);

  /** An arm is steered anew from its next token on. */
  default void onSteered(int arm, SteeringChange change) {}

  /** An arm ended; other arms may go on. */
  default void onArmEnd(int arm, StopReason reason) {}

  /** The prompt was read, or found in the cache. */
  default void onPrompt(PromptReport report) {}
}
