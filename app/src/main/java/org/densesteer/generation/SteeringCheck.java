package org.densesteer.generation;

import org.densesteer.common.FaultException;
import org.densesteer.model.ModelInfo;
import org.densesteer.steering.CosineGate;
import org.densesteer.steering.Fit;
import org.densesteer.steering.Steering;

/** Whether a steering can be applied to a model at all. */
public final class SteeringCheck {

  private SteeringCheck() {}

  /**
   * Checks vector, layer and strength.
   *
   * @throws FaultException with the first thing that does not fit
   */
  public static void against(ModelInfo model, Steering steering) {
    Fit.require(steering.vector(), model);
    steering.vector().direction(steering.layer());
    if (!Double.isFinite(steering.strength())) {
      throw new FaultException("The strength must be a finite number.");
    }
    if (steering.gate() instanceof CosineGate gate) {
      Fit.require(gate.probe().vector(), model);
    }
  }
}
