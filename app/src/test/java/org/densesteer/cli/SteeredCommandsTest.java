package org.densesteer.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.densesteer.common.Cancellation;
import org.densesteer.common.Progress;
import org.densesteer.files.safetensors.SafetensorsFile;
import org.densesteer.generation.ModelSession;
import org.densesteer.model.Precision;
import org.densesteer.steering.Operator;
import org.densesteer.steering.Positions;
import org.densesteer.steering.Steering;
import org.densesteer.steering.SteeringVector;
import org.densesteer.steering.VectorMetadata;
import org.densesteer.steering.format.ExportOptions;
import org.densesteer.steering.format.VectorFiles;
import org.densesteer.steering.format.VectorFormats;
import org.densesteer.steering.library.Combination;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What files say about their use, on a real checkpoint. */
class SteeredCommandsTest {

  private static final float LOGITS = 1e-4f;
  private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");

  @TempDir Path folder;
  private ReferenceCheckpoint reference;
  private SteeringVector vector;

  @BeforeEach
  void open() throws Exception {
    reference = ReferenceCheckpoint.orSkip("qwen2-tied");
    float[] direction = reference.tensors().floats("steering_vector");
    TreeMap<Integer, float[]> directions = new TreeMap<>();
    directions.put(reference.layer(), direction);
    directions.put(reference.layer() + 1, direction);
    vector = new SteeringVector("v", direction.length, directions, VectorMetadata.EMPTY);
  }

  private Steering steering(int layer, double strength) {
    return Steering.everywhere(vector, layer, strength);
  }

  private Path file(SteeringVector content) {
    Path file = folder.resolve("v.safetensors");
    VectorFiles.write(content, ExportOptions.of(VectorFormats.SAFETENSORS), file);
    return file;
  }

  private CommandRun score(Path file, Path logits, String... more) {
    List<String> command =
        new ArrayList<>(
            List.of(
                "score",
                "--model",
                reference.folder().toString(),
                "--precision",
                "float32",
                "--prompt-ids",
                reference.ids("prompt_ids"),
                "--vector",
                file.toString(),
                "--logits",
                logits.toString()));
    command.addAll(List.of(more));
    return CommandRun.of(command.toArray(String[]::new));
  }

  private float[] logits(SteeringVector content, String... more) {
    Path logits = folder.resolve("logits.safetensors");
    CommandRun run = score(file(content), logits, more);
    assertEquals(0, run.exitCode(), run::err);
    return SafetensorsFile.open(logits).floats("logits");
  }

  @Test
  void aSumOfPartsSteersAsTheWhole() {
    int layer = reference.layer();
    double whole = reference.strength();
    List<Steering> parts = List.of(steering(layer, whole / 4), steering(layer, 3 * whole / 4));
    assertArrayEquals(
        reference.tensors().floats("logits_steered"),
        logits(Combination.mixed("mix", parts, NOON)),
        LOGITS);
  }

  @Test
  void aMixIsAddedAtEveryOneOfItsLayers() {
    List<Steering> mix =
        List.of(steering(reference.layer(), 3), steering(reference.layer() + 1, -2));
    try (ModelSession session =
        ModelSession.open(
            reference.folder(), Precision.FLOAT32, Progress.NONE, new Cancellation())) {
      int[] prompt =
          java.util.stream.StreamSupport.stream(
                  reference.expected().get("prompt_ids").spliterator(), false)
              .mapToInt(id -> id.asInt())
              .toArray();
      float[] together =
          session.score(session.rawPrompt(prompt), new int[0], mix, true).join().logits();
      assertArrayEquals(together, logits(Combination.mixed("mix", mix, NOON)), LOGITS);
    }
  }

  @Test
  void positionsOfTheFileHoldUnlessOthersAreNamed() {
    Steering responseOnly =
        new Steering(
            vector, reference.layer(), reference.strength(), Positions.RESPONSE_ONLY, Operator.ADD);
    SteeringVector mix = Combination.mixed("mix", List.of(responseOnly), NOON);
    assertArrayEquals(reference.tensors().floats("logits"), logits(mix), LOGITS);
    assertArrayEquals(
        reference.tensors().floats("logits_steered"),
        logits(mix, "--positions", "everywhere"),
        LOGITS);
  }

  @Test
  void positionsFromAStepOnAreNotScored() {
    CommandRun run =
        score(
            file(Combination.mixed("mix", List.of(steering(reference.layer(), 1)), NOON)),
            folder.resolve("logits.safetensors"),
            "--positions",
            "step:2");
    assertEquals(2, run.exitCode());
    assertTrue(run.err().contains("not from a step on"), run::err);
  }

  @Test
  void steeringOptionsNeedAVector() {
    CommandRun run =
        CommandRun.of("generate", "--model", "m", "--prompt", "x", "--operator", "ablate");
    assertEquals(2, run.exitCode());
    assertTrue(run.err().contains("need --vector"), run::err);
  }
}
