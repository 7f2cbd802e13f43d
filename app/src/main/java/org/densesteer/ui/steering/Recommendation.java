package org.densesteer.ui.steering;

import org.densesteer.steering.SteeringVector;

/**
 * Layer and strength to begin with.
 *
 * @param layer 0-based decoder block
 * @param strength λ
 * @param byMaker whether the vector's file says so
 */
public record Recommendation(int layer, double strength, boolean byMaker) {

  private static final double AS_IT_IS = 1;

  /** What the vector's file recommends, or its middle layer with the vector as it is. */
  public static Recommendation of(SteeringVector vector) {
    int layer = vector.metadata().recommendedLayer().orElse(-1);
    if (vector.hasLayer(layer)) {
      double strength = vector.metadata().recommendedStrength().orElse(AS_IT_IS);
      return new Recommendation(layer, strength, true);
    }
    Integer[] layers = vector.directions().keySet().toArray(Integer[]::new);
    return new Recommendation(layers[layers.length / 2], AS_IT_IS, false);
  }
}
