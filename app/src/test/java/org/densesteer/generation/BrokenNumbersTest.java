package org.densesteer.generation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;
import org.densesteer.common.Cancellation;
import org.densesteer.common.FaultException;
import org.densesteer.common.Progress;
import org.densesteer.model.Precision;
import org.densesteer.model.checkpoint.Checkpoint;
import org.densesteer.model.checkpoint.WeightIndex;
import org.densesteer.steering.Steering;
import org.densesteer.steering.SteeringVector;
import org.densesteer.steering.VectorMetadata;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a model computes what is not a number, a sentence says so. */
class BrokenNumbersTest {

  private static final Path MODEL = Path.of("app", "sample-model");

  @TempDir Path folder;

  private static ModelSession open(Path folder) {
    return ModelSession.open(folder, Precision.AUTO, Progress.NONE, new Cancellation());
  }

  @Test
  void oneWeightThatIsNoNumberIsSaidWhenTheFirstPromptIsRead() throws IOException {
    for (String name : List.of("config.json", "tokenizer.json", "model.safetensors")) {
      Files.copy(MODEL.resolve(name), folder.resolve(name));
    }
    WeightIndex.Location place =
        Checkpoint.open(folder).weights().tensors().get("model.layers.2.mlp.up_proj.weight");
    try (RandomAccessFile file = new RandomAccessFile(place.file().path().toFile(), "rw")) {
      file.seek(place.file().position(place.entry()));
      file.write(new byte[] {-1, -1});
    }
    try (ModelSession session = open(folder)) {
      Prompt prompt = session.rawPrompt("1");
      assertFault(
          "The checkpoint %s cannot be run: with its weights the model computes no numbers."
              .formatted(folder),
          () -> session.readPrompt(prompt).join());
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1})
  void aStrengthBeyondAllNumbersEndsTheRunWithASentence(double temperature) {
    try (ModelSession session = open(MODEL)) {
      float[] direction = new float[session.info().hiddenSize()];
      direction[0] = 1;
      TreeMap<Integer, float[]> directions = new TreeMap<>();
      directions.put(1, direction);
      Steering beyond =
          Steering.everywhere(
              new SteeringVector("v", direction.length, directions, VectorMetadata.EMPTY), 1, 1e39);
      GenerationRequest request =
          new GenerationRequest(
              session.rawPrompt("1"),
              List.of(Arm.baseline(), Arm.steered(beyond)),
              new Sampling(temperature, 1, 7),
              3,
              true);
      assertFault(
          "The model computes no number for token 1 of the answer 'steered':"
              + " it is steered too strongly.",
          () -> session.run(request, RunListener.NONE, new RunControl()).join());
    }
  }

  private static void assertFault(String sentence, Executable job) {
    CompletionException failure = assertThrows(CompletionException.class, job);
    assertInstanceOf(FaultException.class, failure.getCause());
    assertEquals(sentence, failure.getCause().getMessage());
  }
}
