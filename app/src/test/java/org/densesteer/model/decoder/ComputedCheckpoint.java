package org.densesteer.model.decoder;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import org.densesteer.files.safetensors.Dtype;
import org.densesteer.files.safetensors.SafetensorsWriter;
import org.densesteer.files.safetensors.TensorToWrite;
import org.densesteer.model.checkpoint.ExpectedWeight;
import org.densesteer.model.checkpoint.ModelConfig;

/** A small checkpoint whose weights are computed, the same as in reference_decoders.py. */
public final class ComputedCheckpoint {

  private ComputedCheckpoint() {}

  /** Writes the checkpoint of a case of reference-decoders.json. */
  public static void write(Path folder, String name, JsonNode config) {
    try {
      Files.writeString(folder.resolve("config.json"), config.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, TensorToWrite> tensors = new TreeMap<>();
    ExpectedWeight.all(ModelConfig.read(folder.resolve("config.json")))
        .forEach(w -> tensors.put(w.name(), tensor(w.name(), w.shape())));
    if (name.equals("tied, own head")) {
      tensors.put(ExpectedWeight.HEAD, head(config));
    } else if (name.equals("tied, head alone")) {
      TensorToWrite embedding = tensors.remove(ExpectedWeight.EMBEDDING);
      tensors.put(ExpectedWeight.HEAD, embedding);
    }
    Map<String, TensorToWrite> named = new TreeMap<>();
    tensors.forEach(
        (key, value) ->
            named.put(
                name.equals("named as a base model") ? key.replaceFirst("^model\\.", "") : key,
                value));
    SafetensorsWriter.write(folder.resolve("model.safetensors"), named, Map.of());
  }

  private static TensorToWrite head(JsonNode config) {
    return tensor(
        ExpectedWeight.HEAD, config.get("vocab_size").asInt(), config.get("hidden_size").asInt());
  }

  /** Values from −0.5 to 0.5 by position and name, those of norms 1 more. */
  private static TensorToWrite tensor(String name, long... shape) {
    CRC32 crc = new CRC32();
    crc.update(name.getBytes(StandardCharsets.UTF_8));
    long salt = crc.getValue();
    double offset = name.contains("norm") ? 0.5 : -0.5;
    return TensorToWrite.computed(
        Dtype.F32, i -> (float) (scrambled(i, salt) / 4294967296.0 + offset), shape);
  }

  /** The values of a vector of this name, as a weight of that name has them. */
  static float[] values(String name, int count) {
    CRC32 crc = new CRC32();
    crc.update(name.getBytes(StandardCharsets.UTF_8));
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) (scrambled(i, crc.getValue()) / 4294967296.0 - 0.5);
    }
    return values;
  }

  private static long scrambled(long i, long salt) {
    long x = i * 2654435761L + salt & 0xFFFFFFFFL;
    x = (x ^ x >> 15) * 2246822519L & 0xFFFFFFFFL;
    return x ^ x >> 13;
  }

  /** The ids that every case reads. */
  public static int[] ids(int count) {
    int[] ids = new int[count];
    for (int i = 0; i < count; i++) {
      ids[i] = (7 * i * i + 3 * i + 5) % 64;
    }
    return ids;
  }
}
