package org.densesteer.generation;

/**
 * A finished answer and what the unsteered model makes of it: as much as a run without observation
 * knows, too. {@link Answer} says which tokens are its tokens.
 */
public interface ScoredAnswer {

  /** Its tokens in order. */
  int[] tokenIds();

  /** Its text, special tokens left out. */
  String text();

  /** Why it ended. */
  StopReason stopReason();

  /** −ln p in nats of each of its tokens, prompt and answer so far as context. */
  double[] nllWithPrompt();

  /**
   * −ln p in nats of each of its tokens but the first when the answer alone is the whole sequence;
   * empty when it was not computed.
   */
  double[] nllResponseOnly();
}
