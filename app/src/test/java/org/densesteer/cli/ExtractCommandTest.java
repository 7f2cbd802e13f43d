package org.densesteer.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
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

class ExtractCommandTest {

  private static final float TOLERANCE = 1e-5f;

  @TempDir Path folder;

  @Test
  void agreesWithTheReferencesMeanDifference() throws Exception {
    ReferenceCheckpoint reference = ReferenceCheckpoint.orSkip("qwen2-tied");
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

  @Test
  void normalisedDirectionsHaveLengthOne() throws Exception {
    ReferenceCheckpoint reference = ReferenceCheckpoint.orSkip("qwen2-tied");
    Path out = folder.resolve("dense.json");
    CommandRun run = extract(reference, out, "--normalise", "--read", "mean");
    assertEquals(0, run.exitCode(), run::err);
    SteeringVector vector = VectorFiles.read(out).vector();
    vector.directions().keySet().forEach(l -> assertEquals(1, vector.norm(l), 1e-5));
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
