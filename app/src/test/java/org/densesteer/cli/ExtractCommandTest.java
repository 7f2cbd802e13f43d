package org.densesteer.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.densesteer.steering.SteeringVector;
import org.densesteer.steering.VectorMetadata;
import org.densesteer.steering.format.VectorFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExtractCommandTest {

  private static final float TOLERANCE = 1e-5f;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"qwen2-tied", "qwen2-sharded-untied-bf16", "llama3-rope"})
  void agreesWithTheReferencesMeanDifference(String name) throws Exception {
    ReferenceCheckpoint reference = ReferenceCheckpoint.orSkip(name);
    Path out = folder.resolve("dense.safetensors");
    CommandRun run = extract(reference, out);
    assertEquals(0, run.exitCode(), run::err);
    SteeringVector vector = VectorFiles.read(out).vector();
    float[] expected = reference.tensors().floats("extracted_mean_difference_last_token");
    int width = vector.hiddenSize();
    assertEquals(expected.length, width * vector.directions().size());
    for (int layer : vector.directions().keySet()) {
      assertArrayEquals(
          Arrays.copyOfRange(expected, layer * width, (layer + 1) * width),
          vector.direction(layer),
          TOLERANCE,
          "layer " + layer);
    }
    assertTrue(run.out().contains("from 4 pairs"), run::out);
  }

  /** Figures by NumPy from transformers' hidden states; {@code reference_readings.py} made them. */
  @ParameterizedTest
  @CsvSource({
    "qwen2-tied, last, pca",
    "qwen2-tied, mean, mean",
    "qwen2-tied, mean, pca",
    "qwen2-tied, step-ends, mean",
    "qwen2-tied, step-ends, pca",
    "qwen2-sharded-untied-bf16, last, pca",
    "qwen2-sharded-untied-bf16, mean, mean",
    "qwen2-sharded-untied-bf16, step-ends, mean",
    "llama3-rope, last, pca",
    "llama3-rope, mean, mean",
    "llama3-rope, step-ends, mean",
  })
  void everyReadingAndMethodGivesNumPysDirections(String name, String reading, String method)
      throws Exception {
    ReferenceCheckpoint reference = ReferenceCheckpoint.orSkip(name);
    JsonNode figures = figures().get(name).get(reading + " " + method);
    SteeringVector vector = extracted(reference, "--read", reading, "--method", method);
    SteeringVector unit =
        extracted(reference, "--read", reading, "--method", method, "--normalise");
    assertEquals(figures.size(), vector.directions().size());
    for (int layer = 0; layer < figures.size(); layer++) {
      double norm = figures.get(layer).get("norm").asDouble();
      assertLike(figures.get(layer), 1, vector.direction(layer), layer);
      assertLike(figures.get(layer), norm, unit.direction(layer), layer);
    }
  }

  private static JsonNode figures() throws IOException {
    try (InputStream json =
        ExtractCommandTest.class.getResourceAsStream("/extraction/reference-readings.json")) {
      return new ObjectMapper().readTree(json);
    }
  }

  private SteeringVector extracted(ReferenceCheckpoint reference, String... how) throws Exception {
    Path out = folder.resolve("dense.safetensors");
    CommandRun run = extract(reference, out, how);
    assertEquals(0, run.exitCode(), run::err);
    return VectorFiles.read(out).vector();
  }

  /** Norm, first values and product with the probe cos(1), cos(2), …, all divided by a length. */
  private static void assertLike(JsonNode told, double length, float[] direction, int layer) {
    String where = "layer " + layer;
    assertEquals(
        told.get("norm").asDouble() / length, SteeringVector.norm(direction), TOLERANCE, where);
    double probe = 0;
    for (int i = 0; i < direction.length; i++) {
      probe += direction[i] * Math.cos(i + 1);
    }
    assertEquals(told.get("probe").asDouble() / length, probe, 3 * TOLERANCE, where);
    for (int i = 0; i < told.get("first").size(); i++) {
      assertEquals(told.get("first").get(i).asDouble() / length, direction[i], TOLERANCE, where);
    }
  }

  @Test
  void thePrincipalComponentIsAMethod() throws Exception {
    ReferenceCheckpoint reference = ReferenceCheckpoint.orSkip("qwen2-tied");
    Path out = folder.resolve("dense.safetensors");
    CommandRun run = extract(reference, out, "--method", "pca");
    assertEquals(0, run.exitCode(), run::err);
    assertEquals(
        "first principal component, last token",
        VectorFiles.read(out).vector().metadata().get(VectorMetadata.METHOD));
    CommandRun unknown = extract(reference, out, "--method", "magic");
    assertEquals(2, unknown.exitCode());
    assertTrue(unknown.err().contains("'magic' is not mean or pca"), unknown::err);
  }

  @Test
  void aTemplateWithoutPlaceForTheQuestionIsWrongUse() {
    CommandRun run =
        CommandRun.of(
            "extract",
            "--model",
            "m",
            "--pairs",
            "p",
            "--out",
            "o.pt",
            "--prompt-template",
            "Solve this.");
    assertEquals(2, run.exitCode());
    assertTrue(run.err().contains("{question}"), run::err);
  }

  private CommandRun extract(ReferenceCheckpoint reference, Path out, String... more)
      throws Exception {
    List<String> lines = new ArrayList<>();
    for (JsonNode pair : reference.expected().get("pairs")) {
      lines.add(pair.toString());
    }
    Path pairs = Files.write(folder.resolve("pairs.jsonl"), lines);
    List<String> command =
        new ArrayList<>(
            List.of(
                "extract",
                "--model",
                reference.folder().toString(),
                "--precision",
                "float32",
                "--pairs",
                pairs.toString(),
                "--out",
                out.toString(),
                "--system",
                "You are a careful solver.",
                "--prompt-template",
                "{question}"));
    command.addAll(List.of(more));
    return CommandRun.of(command.toArray(String[]::new));
  }
}
