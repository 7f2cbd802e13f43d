package org.densesteer.model.checkpoint;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.densesteer.common.Texts;
import org.densesteer.files.bytes.FileBytes;

/** Gathers what a person should know of a checkpoint before trusting its numbers. */
final class CheckpointNotes {

  private static final int NAMED = 3;
  private static final int LONGEST_LIST = 400;

  private final Path folder;
  private final List<String> sentences = new ArrayList<>();

  CheckpointNotes(Path folder) {
    this.folder = folder;
  }

  void ownHead(boolean own) {
    if (own) {
      sentences.add(
          "The configuration of "
              + folder
              + " takes the output head from the embedding, but the weights hold another head:"
              + " that one is used, as by transformers 5.");
    }
  }

  /** Tensors that no part of the model takes. */
  void unused(WeightIndex weights, ModelConfig config) {
    Set<String> used =
        ExpectedWeight.all(config).map(ExpectedWeight::name).collect(Collectors.toSet());
    used.add(ExpectedWeight.HEAD);
    List<String> unused =
        weights.tensors().keySet().stream().filter(name -> !used.contains(name)).sorted().toList();
    if (!unused.isEmpty()) {
      sentences.add(
          Texts.of(
              "The weights of %s hold %d tensors that a model of the type '%s' does not use: %s.",
              folder, unused.size(), config.family(), some(unused)));
    }
  }

  /** transformers would put it on top of the model that the adapter itself names. */
  void adapter() {
    if (Files.isRegularFile(folder.resolve("adapter_config.json"))) {
      sentences.add("The adapter in " + folder + " (adapter_config.json) is not applied.");
    }
  }

  void unknownKeys(String file, List<String> keys) {
    if (!keys.isEmpty()) {
      sentences.add(
          Texts.of(
              "The file %s has settings that are not known here and are left out: %s.",
              folder.resolve(file), FileBytes.printable(String.join(", ", keys), LONGEST_LIST)));
    }
  }

  List<String> sentences() {
    return List.copyOf(sentences);
  }

  private static String some(List<String> names) {
    String few = String.join(", ", names.subList(0, Math.min(NAMED, names.size())));
    return names.size() > NAMED ? few + ", …" : few;
  }
}
