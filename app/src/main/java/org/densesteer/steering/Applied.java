package org.densesteer.steering;

/**
 * A steering in one forward pass.
 *
 * @param steering what steers
 * @param gate g(t) in this pass
 */
public record Applied(Steering steering, double gate) {

  /** A steering by what is known before the pass. */
  public static Applied of(Steering steering, Seen seen) {
    return new Applied(steering, steering.gate().at(seen));
  }

  /** λ·g(t). */
  public double strength() {
    return steering.strength() * gate;
  }

  /**
   * What the decoder multiplies with: λ·g(t), and g(t) alone where the operator has no strength.
   */
  public double factor() {
    return steering.operator() == Operator.ABLATE ? gate : strength();
  }

  /** Whether it changes any hidden state. */
  public boolean active() {
    return factor() != 0;
  }
}
