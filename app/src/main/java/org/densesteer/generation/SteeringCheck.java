package org.densesteer.generation;

import org.densesteer.common.FaultException;
import org.densesteer.model.checkpoint.ModelConfig;
import org.densesteer.model.decoder.Decoder;
import org.densesteer.steering.Steering;

/** Whether a steering can be applied to a model at all. */
public final class SteeringCheck {

  private SteeringCheck() {}

  /**
   * Checks width, layer and strength.
   *
   * @throws FaultException with the first thing that does not fit
   */
  public static void against(Decoder decoder, Steering steering) {
    ModelConfig config = decoder.checkpoint().config();
    if (steering.vector().hiddenSize() != config.hiddenSize()) {
      throw new FaultException(
          "The vector %s is %d wide, but the model's hidden states are %d wide."
              .formatted(
                  steering.vector().name(), steering.vector().hiddenSize(), config.hiddenSize()));
    }
    if (steering.layer() < 0 || steering.layer() >= config.layers()) {
      throw new FaultException(
          "Layer %d does not exist: the model has layers 0 to %d."
              .formatted(steering.layer(), config.layers() - 1));
    }
    steering.vector().direction(steering.layer());
    if (!Double.isFinite(steering.strength())) {
      throw new FaultException("The strength must be a finite number.");
    }
  }
}
