package org.densesteer.steering;

/**
 * How a strength follows an answer: the hidden states of forward pass t, the one that gives the
 * answer's token t, are steered with λ·g(t). Pass 0 reads the prompt.
 *
 * <p>g(t) is known before pass t: it depends on how much there is of the answer, and on what pass t
 * − 1 showed. Before pass 0 that is the unsteered reading of the prompt.
 */
public sealed interface Gate permits ConstantGate, CurveGate, CosineGate, ConfidenceGate, KlBudget {

  /** g(t) = 1. */
  Gate CONSTANT = new ConstantGate();

  /** g(t), finite, by what is known before pass t. */
  double at(Seen seen);

  /** How files and the command line call it, such as {@code confidence<0.6}. */
  String text();

  /** How a person calls it. */
  String words();

  /** Whether it is always 1. */
  default boolean constant() {
    return false;
  }

  /** Whether it needs the probabilities of the next token. */
  default boolean asksProbability() {
    return false;
  }

  /** Whether it needs the unsteered model's view of the same text. */
  default boolean asksKl() {
    return false;
  }
}
