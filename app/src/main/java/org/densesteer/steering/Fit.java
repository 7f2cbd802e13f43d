package org.densesteer.steering;

import java.util.List;
import java.util.Optional;
import org.densesteer.common.FaultException;
import org.densesteer.common.Texts;
import org.densesteer.model.ModelInfo;

/**
 * Whether a vector fits a model: its directions are as wide as the hidden states, and every layer
 * of it is one of the model's. A vector with a layer that the model lacks was made for another one,
 * whichever layer is steered.
 */
public final class Fit {

  private Fit() {}

  /** Why the vector does not fit, one sentence; empty when it does. */
  public static Optional<String> obstacle(SteeringVector vector, ModelInfo model) {
    return obstacle(vector, model.name(), model.layers(), model.hiddenSize());
  }

  /** Why a vector that is to be added does not fit, one sentence; empty when all do. */
  public static Optional<String> obstacle(List<Steering> steerings, ModelInfo model) {
    return steerings.stream()
        .flatMap(Steering::vectors)
        .flatMap(each -> obstacle(each, model).stream())
        .findFirst();
  }

  /**
   * Why the vector does not fit, one sentence; empty when it does.
   *
   * @param model the model's name
   * @param layers number of its decoder blocks
   * @param hiddenSize width of its hidden states
   */
  public static Optional<String> obstacle(
      SteeringVector vector, String model, int layers, int hiddenSize) {
    int last = vector.directions().lastKey();
    if (vector.hiddenSize() == hiddenSize && last < layers) {
      return Optional.empty();
    }
    return Optional.of(
        Texts.of(
            "The vector %s, %d wide and up to layer %d, does not fit the model %s, %d wide and up to layer %d; choose a vector made for this model.",
            vector.name(), vector.hiddenSize(), last, model, hiddenSize, layers - 1));
  }

  /**
   * Refuses a vector that does not fit.
   *
   * @throws FaultException with the sentence of {@link #obstacle}
   */
  public static void require(SteeringVector vector, ModelInfo model) {
    require(vector, model.name(), model.layers(), model.hiddenSize());
  }

  /** The same for a model given by its name, its number of decoder blocks and its width. */
  public static void require(SteeringVector vector, String model, int layers, int hiddenSize) {
    obstacle(vector, model, layers, hiddenSize)
        .ifPresent(
            sentence -> {
              throw new FaultException(sentence);
            });
  }
}
