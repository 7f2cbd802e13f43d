package org.densesteer.cli;

import org.densesteer.common.FaultException;
import org.densesteer.model.ModelInfo;
import org.densesteer.steering.Steering;

/** Whether a vector belongs to a model of this shape. */
final class Fit {

  private Fit() {}

  /**
   * The steering itself, when the model has its layer and width.
   *
   * @throws FaultException when it has not
   */
  static Steering checked(Steering steering, ModelInfo model) {
    if (steering.vector().hiddenSize() != model.hiddenSize()) {
      throw new FaultException(
          "The vector %s is %d wide, but the hidden states of %s are %d wide."
              .formatted(
                  steering.vector().name(),
                  steering.vector().hiddenSize(),
                  model.name(),
                  model.hiddenSize()));
    }
    if (steering.layer() >= model.layers()) {
      throw new FaultException(
          "The model %s has layers 0 to %d, so there is no layer %d to steer."
              .formatted(model.name(), model.layers() - 1, steering.layer()));
    }
    return steering;
  }
}
