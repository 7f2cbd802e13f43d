package org.densesteer.steering;

/**
 * How strongly a steering pushes: ‖λv‖ / mean‖h_ℓ‖, the mean over the positions of the unsteered
 * prompt. A push of 1 adds as much as the hidden state itself measures, at any layer of any model.
 */
public final class Push {

  private Push() {}

  /**
   * The push of a strength; nothing pushes by nothing.
   *
   * @param vectorNorm ‖v‖ at the layer
   * @param hiddenNorm mean ‖h‖ at the layer
   */
  public static double of(double strength, double vectorNorm, double hiddenNorm) {
    return strength == 0 ? 0 : Math.abs(strength) * vectorNorm / hiddenNorm;
  }

  /**
   * The strength λ of a push.
   *
   * @param push negative to push against the vector
   */
  public static double strength(double push, double vectorNorm, double hiddenNorm) {
    return push * hiddenNorm / vectorNorm;
  }
}
