package org.densesteer.ui.steering;

import org.densesteer.steering.Push;

/**
 * How strengths λ and pushes belong together at one layer. A push is ‖λv‖ / mean‖h‖, so that 1 (100
 * %) adds as much as the hidden state itself measures.
 *
 * @param vectorNorm ‖v‖ at the layer; 0 when the vector lacks it
 * @param hiddenNorm mean over the prompt's positions of ‖h‖ at the layer; NaN while unknown
 */
public record PushScale(double vectorNorm, double hiddenNorm) {

  /** Nothing known yet. */
  public static final PushScale UNKNOWN = new PushScale(0, Double.NaN);

  /** Largest |λ| while the push is unknown: the range that the DenseSteer authors searched. */
  private static final double SEARCHED_STRENGTH = 20;

  /**
   * The scale of the vector in use.
   *
   * @param hiddenNorms mean ‖h‖ at every layer, as far as known
   * @param fits whether all vectors fit the model
   */
  static PushScale of(SteeringState state, double[] hiddenNorms, boolean fits) {
    VectorInUse inUse = state.vector();
    int layer = state.layer();
    return new PushScale(
        inUse != null && fits ? inUse.vector().norm(layer) : 0,
        layer < hiddenNorms.length ? hiddenNorms[layer] : Double.NaN);
  }

  /** Whether pushes can be told. */
  public boolean known() {
    return vectorNorm > 0 && hiddenNorm > 0;
  }

  /** |λ| that pushes by 100 %. */
  public double limit() {
    return known() ? Push.strength(1, vectorNorm, hiddenNorm) : SEARCHED_STRENGTH;
  }

  /** ‖λv‖ / mean‖h‖; NaN while unknown. Nothing pushes by nothing. */
  public double push(double strength) {
    return strength == 0 || known() ? Push.of(strength, vectorNorm, hiddenNorm) : Double.NaN;
  }

  /** One keyboard step: a round number near a hundredth of the limit. */
  public double step() {
    double raw = limit() / 100;
    double power = Math.pow(10, Math.floor(Math.log10(raw)));
    double lead = raw / power;
    return (lead < 1.5 ? 1 : lead < 3.5 ? 2 : lead < 7.5 ? 5 : 10) * power;
  }

  /** A tenth of {@link #step}. */
  double fineStep() {
    return step() / 10;
  }

  /** The nearest whole multiple of {@link #fineStep}, as a dragged slider gives. */
  public double rounded(double strength) {
    // Dividing by a whole number of steps to one keeps 0.3 from becoming 0.30000000000000004.
    double perUnit = 1 / fineStep();
    return perUnit >= 1
        ? Math.round(strength * Math.rint(perUnit)) / Math.rint(perUnit)
        : Math.round(strength / fineStep()) * fineStep();
  }
}
