package org.densesteer.extraction;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.SortedMap;
import java.util.TreeMap;
import org.densesteer.model.ModelInfo;
import org.densesteer.steering.SteeringVector;
import org.densesteer.steering.VectorMetadata;

/**
 * The mean-difference vector of DenseSteer (Ouyang, Lin and Kim, 2026): at every layer the mean
 * over pairs of the hidden state of prompt and dense answer minus that of prompt and sparse answer,
 * not normalised.
 */
public final class MeanDifference {

  private static final String FORMAT_VERSION = "1";
  private static final String HOOK = "decoder_block_output";

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
    VectorMetadata metadata =
        VectorMetadata.EMPTY
            .with(VectorMetadata.FORMAT_VERSION, FORMAT_VERSION)
            .with(VectorMetadata.MODEL_ID, model.name())
            .with(VectorMetadata.MODEL_FINGERPRINT, model.fingerprint())
            .with(VectorMetadata.HIDDEN_SIZE, differences.hiddenSize())
            .with(VectorMetadata.HOOK, HOOK)
            .with(VectorMetadata.POSITIONS, "all")
            .with(VectorMetadata.METHOD, "mean difference, " + differences.reading().words())
            .with(VectorMetadata.PAIR_COUNT, differences.pairs())
            .with(VectorMetadata.CREATED, Instant.now().truncatedTo(ChronoUnit.SECONDS));
    return new SteeringVector(name, differences.hiddenSize(), of(differences), metadata);
  }
}
