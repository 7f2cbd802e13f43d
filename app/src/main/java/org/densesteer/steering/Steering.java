package org.densesteer.steering;

/**
 * One vector at work: h ← h + λ·v at the output of decoder block ℓ (method: DenseSteer, steered
 * vector sum).
 *
 * @param vector the directions
 * @param layer ℓ, a 0-based decoder block that the vector has
 * @param strength λ; 0 leaves every token as it was
 * @param positions which positions are steered
 * @param operator how the direction meets the hidden state
 */
public record Steering(
    SteeringVector vector, int layer, double strength, Positions positions, Operator operator) {

  /** Plain addition at every position, prompt included: the paper's setting. */
  public static Steering everywhere(SteeringVector vector, int layer, double strength) {
    return new Steering(vector, layer, strength, Positions.EVERYWHERE, Operator.ADD);
  }

  /** Whether this changes any hidden state at all. */
  public boolean active() {
    return operator == Operator.ABLATE || strength != 0;
  }
}
