package org.densesteer.model.checkpoint;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.densesteer.common.FaultException;
import org.densesteer.common.Texts;
import org.densesteer.files.safetensors.SafetensorsFile;
import org.densesteer.files.safetensors.TensorEntry;

/**
 * Which file of a checkpoint holds which tensor.
 *
 * @param files all weight files
 * @param tensors location by tensor name, {@code model.} put before names that lack it
 */
public record WeightIndex(List<SafetensorsFile> files, Map<String, Location> tensors) {

  /**
   * Where one tensor lies.
   *
   * @param file its file
   * @param entry its place in that file
   */
  public record Location(SafetensorsFile file, TensorEntry entry) {}

  /**
   * Opens {@code model.safetensors}, or the shards that {@code model.safetensors.index.json} names.
   *
   * @throws FaultException when there are no weights, a shard is missing or a header is broken
   */
  public static WeightIndex open(Path folder) {
    List<SafetensorsFile> files = new ArrayList<>();
    Map<String, Location> named = new HashMap<>();
    for (String name : fileNames(folder)) {
      Path path = folder.resolve(name);
      if (!Files.isRegularFile(path)) {
        throw new FaultException(
            "The checkpoint " + folder + " lacks its weight file " + name + ".");
      }
      SafetensorsFile file = SafetensorsFile.open(path);
      files.add(file);
      file.header().tensors().values().forEach(e -> named.put(e.name(), new Location(file, e)));
    }
    Map<String, Location> tensors = new HashMap<>();
    named.forEach((name, at) -> tensors.put(WeightNames.known(name, named.keySet()), at));
    return new WeightIndex(List.copyOf(files), Map.copyOf(tensors));
  }

  private static Iterable<String> fileNames(Path folder) {
    if (Files.isRegularFile(folder.resolve(WeightFiles.SINGLE))) {
      return List.of(WeightFiles.SINGLE);
    }
    Path index = folder.resolve(WeightFiles.INDEX);
    if (Files.isRegularFile(index)) {
      return WeightFiles.named(ConfigValues.read(index).node(), "The file " + index);
    }
    throw new FaultException(
        OtherFormats.in(folder)
            .map(clause -> "The folder " + folder + " " + clause + ".")
            .orElseGet(
                () ->
                    Texts.of(
                        "The checkpoint %s has no weights: neither %s nor %s is there.",
                        folder, WeightFiles.SINGLE, WeightFiles.INDEX)));
  }

  /** Size of all weight files in bytes. */
  public long bytes() {
    return files.stream().mapToLong(SafetensorsFile::size).sum();
  }

  /** Number of weights. */
  public long parameters() {
    return tensors.values().stream().distinct().mapToLong(l -> l.entry().elements()).sum();
  }

  /** The same where one tensor is also known by another name. */
  WeightIndex alias(String name, String alias) {
    Map<String, Location> more = new HashMap<>(tensors);
    more.put(alias, tensors.get(name));
    return new WeightIndex(files, Map.copyOf(more));
  }

  /** Whether there is such a tensor. */
  public boolean has(String name) {
    return tensors.containsKey(name);
  }

  /**
   * Finds a tensor and checks its shape.
   *
   * @throws FaultException when it is missing, of another shape, or holds no floats
   */
  public Location find(String name, long... shape) {
    Location location = tensors.get(name);
    if (location == null) {
      throw new FaultException(
          Texts.of(
              "The checkpoint %s lacks the tensor %s.", files.get(0).path().getParent(), name));
    }
    if (!Arrays.equals(shape, location.entry().shape()) || !location.entry().dtype().isFloat()) {
      throw new FaultException(
          Texts.of(
              "The tensor %s in %s is %s%s where floats of shape %s are expected.",
              name,
              location.file().path(),
              location.entry().dtype(),
              Arrays.toString(location.entry().shape()),
              Arrays.toString(shape)));
    }
    return location;
  }
}
