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
   * Checks that the vector has every layer.
   *
   * @throws FaultException naming the first that it lacks
   */
  void check(SteeringVector vector) {
    layers.forEach(vector::direction);
  }

  /** The strengths other than 0. */
  public List<Double> steeredStrengths() {
    return strengths.stream().filter(s -> s != 0).toList();
  }
}
