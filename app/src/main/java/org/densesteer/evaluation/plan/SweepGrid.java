package org.densesteer.evaluation.plan;

import java.util.List;
import java.util.TreeSet;
import org.densesteer.common.FaultException;
import org.densesteer.steering.SteeringVector;

/**
 * Layers times strengths.
 *
 * @param layers 0-based decoder blocks, ascending
 * @param strengths λ, ascending; 0 stands for the baseline
 */
public record SweepGrid(List<Integer> layers, List<Double> strengths) {

  /** Sorts both and checks that there is something to sweep. */
  public SweepGrid {
    layers = List.copyOf(new TreeSet<>(layers));
    strengths = List.copyOf(new TreeSet<>(strengths));
    if (layers.isEmpty()) {
      throw new FaultException("A sweep needs at least one layer.");
    }
    if (strengths.stream().allMatch(s -> s == 0)) {
      throw new FaultException("A sweep needs at least one strength other than 0.");
    }
    if (!strengths.stream().allMatch(Double::isFinite)) {
      throw new FaultException("Every strength of a sweep must be a finite number.");
    }
  }

  /**
   * Checks that the vector can be applied at every layer.
   *
   * @param modelLayers number of decoder blocks of the model
   * @throws FaultException naming the first layer that is out of reach
   */
  public void check(SteeringVector vector, int modelLayers) {
    for (int layer : layers) {
      if (layer >= modelLayers) {
        throw new FaultException(
            "The model has layers 0 to %d, so layer %d cannot be swept."
                .formatted(modelLayers - 1, layer));
      }
      vector.direction(layer);
    }
  }

  /** The strengths other than 0. */
  public List<Double> steeredStrengths() {
    return strengths.stream().filter(s -> s != 0).toList();
  }
}
