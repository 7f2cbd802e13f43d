package org.densesteer.steering.format;

import java.util.Random;
import java.util.TreeMap;
import org.densesteer.steering.SteeringVector;
import org.densesteer.steering.VectorMetadata;

/** Vectors to test with. */
final class Vectors {

  private Vectors() {}

  /** Seeded values with the extremes of single precision among them. */
  static SteeringVector random(int hiddenSize, int... layers) {
    Random random = new Random(7);
    TreeMap<Integer, float[]> directions = new TreeMap<>();
    for (int layer : layers) {
      float[] direction = new float[hiddenSize];
      for (int i = 0; i < hiddenSize; i++) {
        direction[i] = (float) random.nextGaussian();
      }
      direction[0] = -0f;
      direction[1] = Float.MIN_VALUE;
      direction[2] = -Float.MAX_VALUE;
      directions.put(layer, direction);
    }
    return new SteeringVector("random", hiddenSize, directions, metadata());
  }

  static VectorMetadata metadata() {
    return VectorMetadata.EMPTY
        .with(VectorMetadata.MODEL_ID, "Qwen/Qwen2.5-1.5B-Instruct")
        .with(VectorMetadata.MODEL_FINGERPRINT, "00ff00ff00ff00ff")
        .with(VectorMetadata.RECOMMENDED_LAYER, 2)
        .with(VectorMetadata.RECOMMENDED_STRENGTH, 2.5)
        .with("note", "Dichte – \"ρ\" 密度 \uD83D\uDE00\n");
  }
}
