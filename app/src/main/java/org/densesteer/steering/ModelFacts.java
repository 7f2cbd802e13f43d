package org.densesteer.steering;

import java.util.Map;
import org.densesteer.model.ModelInfo;

/**
 * What a vector is compared with.
 *
 * @param name the model's name
 * @param fingerprint the model's fingerprint, or empty when unknown
 * @param layers number of decoder blocks
 * @param hiddenSize width of the hidden states
 * @param hiddenNorms mean ‖h‖ at the output of 0-based decoder blocks, as far as measured
 */
public record ModelFacts(
    String name, String fingerprint, int layers, int hiddenSize, Map<Integer, Double> hiddenNorms) {

  /** Freezes the norms. */
  public ModelFacts {
    hiddenNorms = Map.copyOf(hiddenNorms);
  }

  /** The facts of a loaded model, with the norms measured in it. */
  public static ModelFacts of(ModelInfo model, Map<Integer, Double> hiddenNorms) {
    return new ModelFacts(
        model.name(), model.fingerprint(), model.layers(), model.hiddenSize(), hiddenNorms);
  }
}
