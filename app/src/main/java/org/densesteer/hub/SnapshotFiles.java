package org.densesteer.hub;

import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.densesteer.common.FaultException;
import org.densesteer.common.Json;
import org.densesteer.common.Texts;
import org.densesteer.files.safetensors.SafetensorsFile;
import org.densesteer.files.safetensors.TensorEntry;
import org.densesteer.model.checkpoint.OtherFormats;
import org.densesteer.model.checkpoint.WeightFiles;

/**
 * What lies in a checkpoint folder: whether it is whole, and how large.
 *
 * @param folder the folder
 */
record SnapshotFiles(Path folder) {

  /** The sentence that says what else it is, or nothing when it may be a checkpoint. */
  Optional<String> otherFormat() {
    return OtherFormats.in(folder).map(clause -> "It " + clause + ".");
  }

  /**
   * The sentence that says what else it is, what is missing or broken, or nothing when the folder
   * is whole.
   */
  Optional<String> defect() {
    return otherFormat().or(this::missing).or(this::broken);
  }

  private Optional<String> missing() {
    if (!isHere(NeededFiles.CONFIG)) {
      return missing(NeededFiles.CONFIG);
    }
    if (!isHere(NeededFiles.TOKENIZER)) {
      return SlowTokenizer.in(names())
          .map(slow -> "It has its tokenizer as " + slow + " only: tokenizer.json is needed.")
          .or(() -> missing(NeededFiles.TOKENIZER));
    }
    if (!isHere(WeightFiles.SINGLE) && !isHere(WeightFiles.INDEX)) {
      return Optional.of(
          Texts.of(
              "It is incomplete: its weights are missing (neither %s nor %s is there).",
              WeightFiles.SINGLE, WeightFiles.INDEX));
    }
    return Optional.empty();
  }

  private Optional<String> broken() {
    try {
      return weights().stream().map(this::defect).flatMap(Optional::stream).findFirst();
    } catch (FaultException e) {
      return Optional.ofNullable(e.getMessage());
    }
  }

  private static Optional<String> missing(String name) {
    return Optional.of("It is incomplete: " + name + " is missing.");
  }

  private boolean isHere(String name) {
    return Files.isRegularFile(folder.resolve(name));
  }

  private Set<String> names() {
    try (var entries = Files.list(folder)) {
      return entries.map(entry -> entry.getFileName().toString()).collect(toSet());
    } catch (IOException e) {
      return Set.of();
    }
  }

  /** Weights by the files' headers, or by the configuration where they are not all there. */
  OptionalLong parameters() {
    long sum = 0;
    try {
      for (String name : weights()) {
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
      return missing(weights);
    }
    try {
      SafetensorsFile.open(file);
      return Optional.empty();
    } catch (FaultException e) {
      return Optional.ofNullable(e.getMessage());
    }
  }

  /**
   * Names of the weight files that belong to the model, present or not.
   *
   * @throws FaultException when the index cannot be read, or names what is no weight file
   */
  private Collection<String> weights() {
    if (isHere(WeightFiles.SINGLE)) {
      return List.of(WeightFiles.SINGLE);
    }
    return isHere(WeightFiles.INDEX)
        ? WeightFiles.named(
            Json.read(folder.resolve(WeightFiles.INDEX), JsonFiles.LARGEST),
            "Its " + WeightFiles.INDEX)
        : List.of();
  }
}
