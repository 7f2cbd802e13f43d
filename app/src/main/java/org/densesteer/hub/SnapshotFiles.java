package org.densesteer.hub;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import org.densesteer.common.FaultException;
import org.densesteer.files.safetensors.SafetensorsFile;
import org.densesteer.files.safetensors.TensorEntry;

/**
 * What lies in a checkpoint folder: whether it is whole, and how large.
 *
 * @param folder the folder
 */
record SnapshotFiles(Path folder) {

  /** The sentence that says what is missing or broken, or nothing when the folder is whole. */
  Optional<String> defect() {
    for (String name : List.of(NeededFiles.CONFIG, NeededFiles.TOKENIZER)) {
      if (!Files.isRegularFile(folder.resolve(name))) {
        return Optional.of("It is incomplete: " + name + " is missing.");
      }
    }
    List<String> weights = weights();
    if (weights.isEmpty()) {
      return Optional.of("It is incomplete: " + NeededFiles.WEIGHTS + " is missing.");
    }
    return weights.stream().map(this::defect).flatMap(Optional::stream).findFirst();
  }

  /** Weights by the files' headers, or by the configuration where they are not all there. */
  OptionalLong parameters() {
    List<String> weights = weights();
    long sum = 0;
    try {
      for (String name : weights) {
        for (TensorEntry tensor :
            SafetensorsFile.open(folder.resolve(name)).header().tensors().values()) {
          sum += tensor.elements();
        }
      }
    } catch (FaultException e) {
      sum = 0;
    }
    return sum > 0
        ? OptionalLong.of(sum)
        : JsonFiles.object(folder.resolve(NeededFiles.CONFIG))
            .map(DecoderSize::parameters)
            .orElseGet(OptionalLong::empty);
  }

  /** Bytes of all files in the folder, links followed. */
  long bytes() {
    try (var files = Files.walk(folder, 4)) {
      long sum = 0;
      for (Path file : (Iterable<Path>) files::iterator) {
        sum += Files.isRegularFile(file) ? Files.size(file) : 0;
      }
      return sum;
    } catch (IOException | UncheckedIOException e) {
      return 0;
    }
  }

  private Optional<String> defect(String weights) {
    Path file = folder.resolve(weights);
    if (!Files.isRegularFile(file)) {
      return Optional.of("It is incomplete: " + weights + " is missing.");
    }
    try {
      SafetensorsFile.open(file);
      return Optional.empty();
    } catch (FaultException e) {
      return Optional.ofNullable(e.getMessage());
    }
  }

  /** Names of the weight files that belong to the model, present or not. */
  private List<String> weights() {
    if (Files.exists(folder.resolve(NeededFiles.WEIGHTS))) {
      return List.of(NeededFiles.WEIGHTS);
    }
    TreeSet<String> shards = new TreeSet<>();
    Optional<JsonNode> index = JsonFiles.object(folder.resolve(NeededFiles.INDEX));
    index.ifPresent(json -> json.path("weight_map").forEach(shard -> shards.add(shard.asText())));
    return shards.stream().allMatch(RemoteFile::isPlain) ? List.copyOf(shards) : List.of();
  }
}
