package org.densesteer.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.densesteer.common.EmbeddedFiles;
import org.densesteer.files.safetensors.SafetensorsFile;
import org.densesteer.generation.ModelSession;
import org.densesteer.generation.SampleSession;
import org.densesteer.steering.Operator;
import org.densesteer.steering.Positions;
import org.densesteer.steering.Steering;
import org.densesteer.steering.SteeringVector;
import org.densesteer.steering.format.ExportOptions;
import org.densesteer.steering.format.VectorFiles;
import org.densesteer.steering.format.VectorFormats;
import org.densesteer.steering.library.Combination;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What files say about their use, on the sample model. */
class SteeredCommandsTest {

  private static final float LOGITS = 1e-4f;
  private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");
  private static final int LAYER = 3;
  private static final double STRENGTH = 2;
  private static final int[] PROMPT = {46, 12, 300, 7, 88, 46};

  private static ModelSession session;
  private static SteeringVector vector;

  @TempDir Path folder;

  @BeforeAll
  static void open() {
    session = SampleSession.open();
    vector = SampleSession.vector();
  }

  @AfterAll
  static void close() {
    session.close();
  }

  private static Steering steering(int layer, double strength) {
    return Steering.everywhere(vector, layer, strength);
  }

  /** What the model itself gives for the prompt. */
  private static float[] expected(Steering... steerings) {
    return session
        .score(session.rawPrompt(PROMPT), new int[0], List.of(steerings), true)
        .join()
        .logits();
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
                EmbeddedFiles.sampleModel().toString(),
                "--precision",
                "float32",
                "--prompt-ids",
                Arrays.stream(PROMPT).mapToObj(String::valueOf).collect(Collectors.joining(",")),
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
    List<Steering> parts =
        List.of(steering(LAYER, STRENGTH / 4), steering(LAYER, 3 * STRENGTH / 4));
    assertArrayEquals(
        expected(steering(LAYER, STRENGTH)), logits(Combination.mixed("mix", parts, NOON)), LOGITS);
  }

  @Test
  void aMixIsAddedAtEveryOneOfItsLayers() {
    Steering low = steering(LAYER, 3);
    Steering high = steering(LAYER + 1, -2);
    assertArrayEquals(
        expected(low, high), logits(Combination.mixed("mix", List.of(low, high), NOON)), LOGITS);
  }

  @Test
  void positionsOfTheFileHoldUnlessOthersAreNamed() {
    Steering responseOnly =
        new Steering(vector, LAYER, STRENGTH, Positions.RESPONSE_ONLY, Operator.ADD);
    SteeringVector mix = Combination.mixed("mix", List.of(responseOnly), NOON);
    assertArrayEquals(expected(), logits(mix), LOGITS);
    assertArrayEquals(
        expected(steering(LAYER, STRENGTH)), logits(mix, "--positions", "everywhere"), LOGITS);
  }

  @Test
  void positionsFromAStepOnAreNotScored() {
    CommandRun run =
        score(
            file(Combination.mixed("mix", List.of(steering(LAYER, 1)), NOON)),
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
