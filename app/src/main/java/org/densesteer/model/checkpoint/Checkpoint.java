package org.densesteer.model.checkpoint;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import org.densesteer.common.FaultException;

/**
 * A checkpoint folder that was looked over: it has a configuration that can be run and its weights.
 *
 * @param folder the folder
 * @param config its shape
 * @param weights where its tensors lie
 * @param endOfText ids that end an answer
 */
public record Checkpoint(
    Path folder, ModelConfig config, WeightIndex weights, Set<Integer> endOfText) {

  /**
   * Looks a folder over without loading weights: all that its configuration asks for are there.
   *
   * @throws FaultException when it is not a checkpoint, or one that cannot be run
   */
  public static Checkpoint open(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new FaultException("There is no checkpoint folder " + folder + ".");
    }
    Path config = folder.resolve("config.json");
    if (Files.notExists(config)) {
      throw new FaultException(
          "The folder " + folder + " is not a checkpoint: it has no config.json.");
    }
    ModelConfig shape = ConfigReader.read(config);
    WeightIndex weights = WeightIndex.open(folder);
    // First of all: a size in the configuration means nothing where no weight is of that size.
    ExpectedWeight.all(shape).forEach(weight -> weights.find(weight.name(), weight.shape()));
    return new Checkpoint(folder, shape, weights, endOfText(folder, config));
  }

  /** {@code eos_token_id} of generation_config.json if there, else of config.json. */
  private static Set<Integer> endOfText(Path folder, Path config) {
    Path generation = folder.resolve("generation_config.json");
    JsonNode ids =
        Files.isRegularFile(generation)
            ? ConfigReader.json(generation).path("eos_token_id")
            : ConfigReader.json(config).path("eos_token_id");
    if (ids.isMissingNode() || ids.isNull()) {
      ids = ConfigReader.json(config).path("eos_token_id");
    }
    Set<Integer> found = new LinkedHashSet<>();
    if (ids.isIntegralNumber()) {
      found.add(ids.intValue());
    }
    ids.forEach(id -> found.add(id.asInt()));
    return Set.copyOf(found);
  }
}
