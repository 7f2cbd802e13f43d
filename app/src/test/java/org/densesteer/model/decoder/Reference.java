package org.densesteer.model.decoder;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.densesteer.files.safetensors.SafetensorsFile;
import org.junit.jupiter.api.Assumptions;

/** A small checkpoint beside the project, with what transformers computes for it. */
public record Reference(Path folder, JsonNode expected, SafetensorsFile tensors) {

  /** Opens a reference checkpoint, or skips the calling test. */
  public static Reference open(String name) throws IOException {
    Path folder = Path.of("..", "shared", "reference", name);
    Assumptions.assumeTrue(
        Files.isDirectory(folder), "skipped: there is no reference checkpoint " + folder);
    return new Reference(
        folder,
        new ObjectMapper().readTree(folder.resolve("expected.json").toFile()),
        SafetensorsFile.open(folder.resolve("expected.safetensors")));
  }

  public int[] ids(String field) {
    JsonNode node = expected.get(field);
    return IntStream.range(0, node.size()).map(i -> node.get(i).asInt()).toArray();
  }

  public double[] numbers(String field) {
    JsonNode node = expected.get(field);
    return IntStream.range(0, node.size()).mapToDouble(i -> node.get(i).asDouble()).toArray();
  }

  public float[] floats(String tensor) {
    return tensors.floats(tensor);
  }

  public int layer() {
    return expected.get("steer").get("layer").asInt();
  }

  public float strength() {
    return (float) expected.get("steer").get("strength").asDouble();
  }
}
