package org.densesteer.steering;

import java.util.stream.Stream;

/**
 * One vector at work: h ← h + λ·v at the output of decoder block ℓ (method: DenseSteer, steered
 * vector sum).
 *
 * @param vector the directions
 * @param layer ℓ, a 0-based decoder block that the vector has
 * @param strength λ; 0 leaves every token as it was
 * @param positions which positions are steered
 * @param operator how the direction meets the hidden state
 * @param gate how λ follows the answer
 */
public record Steering(
    SteeringVector vector,
    int layer,
    double strength,
    Positions positions,
    Operator operator,
    Gate gate) {

  /** With a strength that stays as it is. */
  public Steering(
      SteeringVector vector, int layer, double strength, Positions positions, Operator operator) {
    this(vector, layer, strength, positions, operator, Gate.CONSTANT);
  }

  /** Plain addition at every position, prompt included: the paper's setting. */
  public static Steering everywhere(SteeringVector vector, int layer, double strength) {
    return new Steering(vector, layer, strength, Positions.EVERYWHERE, Operator.ADD);
  }

  /** As the vector's file says it is added, otherwise everywhere and plainly. */
  public static Steering asFiled(SteeringVector vector, int layer, double strength) {
    VectorMetadata file = vector.metadata();
    return new Steering(
        vector,
        layer,
        strength,
        file.positions().orElse(Positions.EVERYWHERE),
        file.operator().orElse(Operator.ADD));
  }

  /** Every vector that it needs: its own, and a probe's. */
  public Stream<SteeringVector> vectors() {
    return gate instanceof CosineGate cosine
        ? Stream.of(vector, cosine.probe().vector())
        : Stream.of(vector);
  }

  /** The same with another gate. */
  public Steering gated(Gate other) {
    return new Steering(vector, layer, strength, positions, operator, other);
  }

  /** Whether this changes any hidden state at all, while its gate is open. */
  public boolean active() {
    return operator == Operator.ABLATE || strength != 0;
  }
}
