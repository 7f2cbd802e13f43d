package org.densesteer.steering;

/** What is known of an answer before a forward pass. */
public interface Seen {

  /** How many tokens it has: t, before pass t. */
  int tokens();

  /** How many of its reasoning steps a blank line has ended. */
  int steps();

  /**
   * Probability of the likeliest token in the pass before, at temperature 1 and in the arm itself;
   * NaN where nobody looked.
   */
  double topProbability();

  /** Mean of KL(arm ‖ unsteered) in nats over the answer's tokens; 0 before the first. */
  double meanKl();

  /**
   * Cosine between a probe and the hidden state that the pass before had at its last position,
   * behind the probe's block and before anything is added there; NaN where nobody looked.
   */
  double cosine(Probe probe);

  /** The same of the unsteered prompt; NaN where nobody looked at it. */
  double promptCosine(Probe probe);
}
