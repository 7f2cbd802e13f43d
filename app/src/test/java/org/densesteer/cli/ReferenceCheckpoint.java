package org.densesteer.cli;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.densesteer.files.safetensors.SafetensorsFile;
import org.densesteer.steering.SteeringVector;
import org.densesteer.steering.VectorMetadata;
import org.densesteer.steering.format.VectorFormats;
import org.densesteer.steering.format.WriteOptions;

/**
 * A small checkpoint with random weights, and what transformers computes for it.
 *
 * @param folder the checkpoint
 * @param expected figures and ids
 * @param tensors logits and the steering vector
 */
record ReferenceCheckpoint(Path folder, JsonNode expected, SafetensorsFile tensors) {

  /** The checkpoint of that name; the calling test is skipped where it is not at hand. */
  static ReferenceCheckpoint orSkip(String name) throws IOException {
    Path folder = Path.of("../shared/reference", name);
    assumeTrue(Files.isDirectory(folder), () -> "skipped: no reference checkpoint at " + folder);
    return new ReferenceCheckpoint(
        folder,
        new ObjectMapper().readTree(folder.resolve("expected.json").toFile()),
        SafetensorsFile.open(folder.resolve("expected.safetensors")));
  }

  /** A list of ids as an option's value. */
  String ids(String field) {
    return StreamSupport.stream(expected.get(field).spliterator(), false)
        .map(JsonNode::asText)
        .collect(Collectors.joining(","));
  }

  int layer() {
    return expected.at("/steer/layer").asInt();
  }

  double strength() {
    return expected.at("/steer/strength").asDouble();
  }

  /** Writes the steering vector as a file of ours. */
  Path vector(Path file) throws IOException {
    float[] direction = tensors.floats("steering_vector");
    VectorFormats.SAFETENSORS.write(
        new SteeringVector(
            "reference",
            direction.length,
            new TreeMap<>(Map.of(layer(), direction)),
            VectorMetadata.EMPTY),
        WriteOptions.DEFAULT,
        file);
    return file;
  }
}
