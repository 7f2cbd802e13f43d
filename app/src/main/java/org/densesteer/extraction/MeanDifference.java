package org.densesteer.extraction;

import java.util.SortedMap;
import java.util.TreeMap;
import org.densesteer.model.ModelInfo;
import org.densesteer.steering.SteeringVector;

/**
 * The mean-difference vector of DenseSteer (Ouyang, Lin and Kim, 2026): at every layer the mean
 * over pairs of the hidden state of prompt and dense answer minus that of prompt and sparse answer,
 * not normalised.
 */
public final class MeanDifference {

  private MeanDifference() {}

  /** One direction for each decoder block. */
  public static SortedMap<Integer, float[]> of(PairDifferences differences) {
    SortedMap<Integer, float[]> directions = new TreeMap<>();
    for (int layer = 0; layer < differences.layers(); layer++) {
      directions.put(layer, differences.mean(layer));
    }
    return directions;
  }

  /** The same as a vector that says what it was made from. */
  public static SteeringVector vector(String name, PairDifferences differences, ModelInfo model) {
    ExtractionRecipe recipe =
        new ExtractionRecipe(differences.reading(), ExtractionMethod.MEAN_DIFFERENCE, false);
    return ExtractedVector.vector(name, of(differences), recipe.words(), differences, model);
  }
}
