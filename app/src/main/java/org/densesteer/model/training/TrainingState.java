package org.densesteer.model.training;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.densesteer.common.FaultException;
import org.densesteer.common.Texts;
import org.densesteer.files.safetensors.SafetensorsFile;
import org.densesteer.files.safetensors.SafetensorsWriter;
import org.densesteer.files.safetensors.TensorToWrite;

/**
 * Everything that training needs to go on: the weights and AdamW's two moments, each as one array
 * in the order of {@link Parameter#of}.
 *
 * @param step steps done
 * @param weights the values
 * @param firstMoment running mean of the gradients
 * @param secondMoment running mean of their squares
 */
public record TrainingState(int step, float[] weights, float[] firstMoment, float[] secondMoment) {

  private static final String STEP = "step";
  private static final String RECIPE = "recipe";
  private static final double DEVIATION = 0.03;

  /** The state before the first step; the same seed gives the same weights. */
  public static TrainingState initial(DecoderShape shape, long seed) {
    Random random = new Random(seed);
    int count = Parameter.count(shape);
    float[] weights = new float[count];
    int offset = 0;
    for (Parameter parameter : Parameter.of(shape)) {
      for (int i = 0; i < parameter.elements(); i++) {
        weights[offset++] =
            switch (parameter.start()) {
              case NORMAL -> (float) (DEVIATION * random.nextGaussian());
              case ONE -> 1;
              case ZERO -> 0;
            };
      }
    }
    return new TrainingState(0, weights, new float[count], new float[count]);
  }

  /**
   * Writes the state so that a stop in the middle leaves the state before.
   *
   * @param recipe what was trained on what, as text; a state is only resumed under the same one
   */
  public void save(Path file, String recipe) {
    Map<String, TensorToWrite> tensors = new LinkedHashMap<>();
    tensors.put("weights", TensorToWrite.f32(weights, weights.length));
    tensors.put("first_moment", TensorToWrite.f32(firstMoment, firstMoment.length));
    tensors.put("second_moment", TensorToWrite.f32(secondMoment, secondMoment.length));
    SafetensorsWriter.write(file, tensors, Map.of(STEP, Integer.toString(step), RECIPE, recipe));
  }

  /**
   * Reads a state back.
   *
   * @throws FaultException when the file is broken, or is the state of another recipe
   */
  public static TrainingState load(Path file, String recipe) {
    SafetensorsFile opened = SafetensorsFile.open(file);
    Map<String, String> metadata = opened.header().metadata();
    if (!recipe.equals(metadata.get(RECIPE))) {
      throw new FaultException(
          Texts.of(
              "The training state %s is of another recipe (%s) than this run (%s); remove it to start anew.",
              file, metadata.get(RECIPE), recipe));
    }
    return new TrainingState(
        Integer.parseInt(metadata.getOrDefault(STEP, "0")),
        opened.floats("weights"),
        opened.floats("first_moment"),
        opened.floats("second_moment"));
  }
}
