package org.densesteer.generation;

import org.densesteer.common.FaultException;
import org.densesteer.model.checkpoint.ModelConfig;
import org.densesteer.model.decoder.Decoder;
import org.densesteer.steering.Fit;
import org.densesteer.steering.Steering;

/** Whether a steering can be applied to a model at all. */
final class SteeringCheck {

  private SteeringCheck() {}

  /**
   * Checks vector, layer and strength.
   *
   * @throws FaultException with the first thing that does not fit
   */
  static void against(Decoder decoder, Steering steering) {
    ModelConfig config = decoder.checkpoint().config();
    String name = ModelSession.name(decoder.checkpoint().folder());
    Fit.require(steering.vector(), name, config.layers(), config.hiddenSize());
    steering.vector().direction(steering.layer());
    if (!Double.isFinite(steering.strength())) {
      throw new FaultException("The strength must be a finite number.");
    }
  }
}
