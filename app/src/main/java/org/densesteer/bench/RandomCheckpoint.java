package org.densesteer.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.densesteer.common.AtomicFiles;
import org.densesteer.common.Cancellation;
import org.densesteer.common.EmbeddedFiles;
import org.densesteer.common.Json;
import org.densesteer.common.Progress;
import org.densesteer.common.Texts;
import org.densesteer.files.safetensors.Dtype;
import org.densesteer.files.safetensors.SafetensorsWriter;
import org.densesteer.files.safetensors.TensorToWrite;
import org.densesteer.model.checkpoint.ExpectedWeight;
import org.densesteer.model.checkpoint.ModelConfig;

/**
 * Checkpoints of random weights in the shape of a published model, to measure speed and memory
 * without it. Weights are normal with a standard deviation of 0.02, norms are 1, the tokenizer is
 * the sample model's.
 */
public final class RandomCheckpoint {

  /** Larger checkpoints are written in shards, as Hugging Face ships them. */
  private static final long SHARD_BYTES = 4_000_000_000L;

  private static final int TABLE = 1 << 20;
  private static final float DEVIATION = 0.02f;

  private final Path folder;
  private final float[] table = new float[TABLE];

  private RandomCheckpoint(Path folder) {
    this.folder = folder;
    RandomGenerator random = new SplittableRandom(7);
    for (int i = 0; i < TABLE; i++) {
      table[i] = (float) (DEVIATION * random.nextGaussian());
    }
  }

  /**
   * Writes a checkpoint; the same shape gives the same bytes.
   *
   * @throws org.densesteer.common.FaultException when a file cannot be written
   * @throws java.util.concurrent.CancellationException when cancelled
   */
  public static void write(
      KnownShape shape, Path folder, Progress progress, Cancellation cancellation) {
    // The configuration appears last: with it the folder counts as a checkpoint.
    AtomicFiles.write(
        folder.resolve("config.json"),
        config -> {
          Files.write(config, shape.config());
          for (String name : List.of("tokenizer.json", "tokenizer_config.json")) {
            AtomicFiles.write(
                folder.resolve(name),
                file -> Files.copy(EmbeddedFiles.sampleModel().resolve(name), file));
          }
          new RandomCheckpoint(folder)
              .writeWeights(ModelConfig.read(config), progress, cancellation);
        });
  }

  private void writeWeights(ModelConfig config, Progress progress, Cancellation cancellation) {
    List<ExpectedWeight> weights = ExpectedWeight.all(config).toList();
    long total = weights.stream().mapToLong(ExpectedWeight::elements).sum() * 2;
    int shards = (int) ((total + SHARD_BYTES - 1) / SHARD_BYTES);
    Map<String, String> places = new LinkedHashMap<>();
    Map<String, TensorToWrite> shard = new LinkedHashMap<>();
    int number = 1;
    long bytes = 0;
    for (ExpectedWeight weight : weights) {
      shard.put(weight.name(), tensor(weight));
      places.put(weight.name(), fileName(number, shards));
      bytes += 2 * weight.elements();
      if (bytes * shards >= total * number) {
        cancellation.check();
        progress.update("Writing random weights", (number - 1.0) / shards);
        SafetensorsWriter.write(
            folder.resolve(fileName(number, shards)), shard, Map.of("format", "pt"));
        shard.clear();
        number++;
      }
    }
    if (shards > 1) {
      writeIndex(places, total);
    }
  }

  private static String fileName(int number, int shards) {
    return shards == 1
        ? "model.safetensors"
        : Texts.of("model-%05d-of-%05d.safetensors", number, shards);
  }

  private void writeIndex(Map<String, String> places, long total) {
    ObjectNode root = Json.object();
    root.putObject("metadata").put("total_size", total);
    places.forEach(root.putObject("weight_map")::put);
    AtomicFiles.write(
        folder.resolve("model.safetensors.index.json"),
        file -> Json.COMPACT.writeValue(file.toFile(), root));
  }

  private TensorToWrite tensor(ExpectedWeight weight) {
    int salt = weight.name().hashCode();
    TensorToWrite.Values values =
        weight.name().endsWith("norm.weight") ? i -> 1f : i -> table[place(i, salt)];
    return TensorToWrite.computed(Dtype.BF16, values, weight.shape());
  }

  /** Scatters indices over the table, so that no two rows of a matrix are alike. */
  private static int place(long index, int salt) {
    long mixed = (index + ((long) salt << 24)) * 0x9E3779B97F4A7C15L;
    return (int) (mixed >>> 40) & TABLE - 1;
  }
}
