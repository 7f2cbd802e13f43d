package org.densesteer.model.checkpoint;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.densesteer.common.FaultException;

/**
 * A checkpoint folder that was looked over: it has a configuration that can be run and its weights.
 *
 * @param folder the folder
 * @param config its shape
 * @param weights where its tensors lie
 * @param generation how its makers want it to answer
 * @param notes complete sentences about what it holds and this program does not use, or uses
 *     otherwise than its configuration says
 */
public record Checkpoint(
    Path folder,
    ModelConfig config,
    WeightIndex weights,
    GenerationDefaults generation,
    List<String> notes) {

  /**
   * Looks a folder over without loading weights: all that its configuration asks for are there.
   *
   * @throws FaultException when it is not a checkpoint, or one that cannot be run
   */
  public static Checkpoint open(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new FaultException(
          Files.exists(folder)
              ? folder + " is a file; a checkpoint is a folder with config.json and its weights."
              : "There is no checkpoint folder " + folder + ".");
    }
    Path file = folder.resolve("config.json");
    if (Files.notExists(file)) {
      throw new FaultException(
          OtherFormats.in(folder)
              .map(clause -> "The folder " + folder + " " + clause + ".")
              .orElse("The folder " + folder + " is not a checkpoint: it has no config.json."));
    }
    ConfigValues values = ConfigValues.read(file);
    ModelConfig config = ConfigReader.read(values);
    WeightIndex weights = WeightIndex.open(folder);
    Quantisation.refuse(values, weights);
    boolean ownHead = config.tiedHead() && OutputHead.isOwn(weights);
    if (config.tiedHead()) {
      weights = OutputHead.asEmbedding(weights);
    }
    ModelConfig shape = ownHead ? config.withTiedHead(false) : config;
    // First of all: a size in the configuration means nothing where no weight is of that size.
    for (ExpectedWeight weight : (Iterable<ExpectedWeight>) ExpectedWeight.all(shape)::iterator) {
      weights.find(weight.name(), weight.shape());
    }
    GenerationDefaults generation = GenerationDefaults.read(folder, values);
    CheckpointNotes notes = new CheckpointNotes(folder);
    notes.ownHead(ownHead);
    notes.unused(weights, config);
    notes.adapter();
    notes.unknownKeys("config.json", ConfigKeys.unknown(values));
    notes.unknownKeys("generation_config.json", generation.unknown());
    return new Checkpoint(folder, shape, weights, generation, notes.sentences());
  }

  /** Ids that end an answer. */
  public Set<Integer> endOfText() {
    return generation.endOfText();
  }
}
