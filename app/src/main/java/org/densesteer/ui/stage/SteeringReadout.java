package org.densesteer.ui.stage;

import org.densesteer.common.Texts;
import org.densesteer.steering.Operator;
import org.densesteer.ui.common.Numbers;
import org.densesteer.ui.steering.MixedVector;
import org.densesteer.ui.steering.SteeringState;

/** What the next run is steered by, in few large words. */
final class SteeringReadout {

  private SteeringReadout() {}

  /** Layer and strength of the vector in use; and how many vectors work beside it. */
  static String of(SteeringState state) {
    String strength =
        state.operator() == Operator.ABLATE ? "ablate" : "λ " + Numbers.signed(state.strength());
    long more = state.mix().stream().filter(MixedVector::on).count();
    return Texts.of("ℓ %d  %s", state.layer(), strength) + (more == 0 ? "" : "  +" + more);
  }
}
