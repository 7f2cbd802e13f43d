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

  /**
   * A prompt is being read. Every arm that is steered in its prompt reads it once more.
   *
   * @param tokens tokens read so far, from 0 to {@code all}
   * @param all tokens of the prompt
   */
  default void onReading(int tokens, int all) {}

  /** The prompt was read, or found in the cache. */
  default void onPrompt(PromptReport report) {}
}
