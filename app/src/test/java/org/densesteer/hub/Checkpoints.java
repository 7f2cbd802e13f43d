package org.densesteer.hub;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.densesteer.model.checkpoint.Biases;
import org.densesteer.model.checkpoint.ExpectedWeight;
import org.densesteer.model.checkpoint.ModelConfig;
import org.densesteer.model.checkpoint.Rope;
import org.densesteer.model.checkpoint.RopeScaling;
import org.densesteer.model.checkpoint.SlidingWindow;

/** Small checkpoint folders for tests: right in form, with random numbers as weights. */
final class Checkpoints {

  private Checkpoints() {}

  /** The files of a model with so many float32 numbers: one small block, the rest embedding. */
  static Map<String, byte[]> files(int parameters) {
    Map<String, byte[]> files = new TreeMap<>();
    files.put("config.json", config(parameters).getBytes(StandardCharsets.UTF_8));
    files.put("generation_config.json", "{}".getBytes(StandardCharsets.UTF_8));
    files.put("tokenizer_config.json", "{}".getBytes(StandardCharsets.UTF_8));
    files.put("chat_template.jinja", "{{ messages }}".getBytes(StandardCharsets.UTF_8));
    files.put("tokenizer.json", "{\"model\": {}}".getBytes(StandardCharsets.UTF_8));
    files.put("model.safetensors", safetensors(ExpectedWeight.all(shape(parameters)).toList()));
    return files;
  }

  static String config(int parameters) {
    return """
        {"model_type": "qwen2", "hidden_size": 2, "num_hidden_layers": 1, "num_attention_heads": 1,
         "num_key_value_heads": 1, "intermediate_size": 2, "vocab_size": %d,
         "max_position_embeddings": 64, "tie_word_embeddings": true}
        """
        .formatted(shape(parameters).vocabularySize());
  }

  private static ModelConfig shape(int parameters) {
    int vocabulary = Math.max(1, (parameters - 40) / 2);
    Rope rope = new Rope(10_000, RopeScaling.NONE);
    SlidingWindow window = SlidingWindow.none(1);
    Biases biases = new Biases(true, false, false);
    return new ModelConfig(
        "qwen2", 2, 1, 1, 1, 2, 2, vocabulary, 64, 1e-6, rope, window, true, biases, false);
  }

  /** A safetensors file with one float32 tensor. */
  static byte[] weights(int parameters) {
    return safetensors(List.of(new ExpectedWeight("w", true, parameters)));
  }

  private static byte[] safetensors(List<ExpectedWeight> tensors) {
    StringJoiner header = new StringJoiner(",", "{", "}");
    int bytes = 0;
    for (ExpectedWeight tensor : tensors) {
      int end = bytes + 4 * (int) tensor.elements();
      header.add(
          "\"%s\":{\"dtype\":\"F32\",\"shape\":%s,\"data_offsets\":[%d,%d]}"
              .formatted(tensor.name(), Arrays.toString(tensor.shape()), bytes, end));
      bytes = end;
    }
    byte[] json = header.toString().getBytes(StandardCharsets.UTF_8);
    byte[] data = new byte[bytes];
    new Random(7).nextBytes(data);
    return ByteBuffer.allocate(8 + json.length + data.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(json.length)
        .put(json)
        .put(data)
        .array();
  }

  static void write(Path folder, Map<String, byte[]> files) throws IOException {
    Files.createDirectories(folder);
    for (var file : files.entrySet()) {
      Files.write(folder.resolve(file.getKey()), file.getValue());
    }
  }

  /** Whether the hub keeps a file by its SHA-256 rather than in Git. */
  static boolean isLarge(String name) {
    return name.endsWith(".safetensors") || name.equals("tokenizer.json");
  }

  /** The name of a content among the blobs. */
  static String etag(String name, byte[] content) {
    try {
      MessageDigest digest = MessageDigest.getInstance(isLarge(name) ? "SHA-256" : "SHA-1");
      if (!isLarge(name)) {
        digest.update("blob %d\0".formatted(content.length).getBytes(StandardCharsets.US_ASCII));
      }
      return HexFormat.of().formatHex(digest.digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
