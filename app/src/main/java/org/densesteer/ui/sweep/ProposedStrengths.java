package org.densesteer.ui.sweep;

import org.densesteer.evaluation.plan.StrengthRange;
import org.densesteer.steering.SteeringVector;
import org.densesteer.ui.steering.PushScale;
import org.densesteer.ui.steering.Recommendation;

/**
 * Nine strengths to begin a sweep with. Their ends push the hidden state by about its own length at
 * the layer that the vector recommends, or in its middle, as the ends of the strength slider do: a
 * vector's own length says nothing of how much it moves.
 */
final class ProposedStrengths {

  private static final int STEPS_A_SIDE = 4;

  private ProposedStrengths() {}

  /**
   * The range as it is typed.
   *
   * @param hiddenNorms mean ‖h‖ at the output of each block; empty while they are not known, where
   *     the range is twice the recommended strength
   */
  static String text(SteeringVector vector, double[] hiddenNorms) {
    Recommendation start = Recommendation.of(vector);
    double hidden = start.layer() < hiddenNorms.length ? hiddenNorms[start.layer()] : Double.NaN;
    PushScale scale = new PushScale(vector.norm(start.layer()), hidden);
    double own = Math.abs(start.strength());
    double step = scale.known() ? round(scale.limit() / STEPS_A_SIDE) : own == 0 ? 0.5 : own / 2;
    String end = StrengthRange.text(step * STEPS_A_SIDE);
    return "-" + end + ":" + end + ":" + StrengthRange.text(step);
  }

  /** The number with one figure that is nearest below, so that a step is easily read. */
  private static double round(double step) {
    double power = Math.pow(10, Math.floor(Math.log10(step)));
    return Math.floor(step / power) * power;
  }
}
