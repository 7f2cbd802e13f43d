package org.densesteer.model.hub;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Small checkpoint folders for tests: right in form, with random numbers as weights. */
final class Checkpoints {

  static final String CONFIG =
      """
      {"model_type": "qwen2", "hidden_size": 8, "num_hidden_layers": 2, "num_attention_heads": 2,
       "num_key_value_heads": 1, "intermediate_size": 16, "vocab_size": 32, "max_position_embeddings": 64,
       "tie_word_embeddings": true}
      """;

  private Checkpoints() {}

  /** The files of a model with one tensor of so many float32 numbers. */
  static Map<String, byte[]> files(int parameters) {
    Map<String, byte[]> files = new TreeMap<>();
    files.put("config.json", CONFIG.getBytes(StandardCharsets.UTF_8));
    files.put("generation_config.json", "{}".getBytes(StandardCharsets.UTF_8));
    files.put("tokenizer_config.json", "{}".getBytes(StandardCharsets.UTF_8));
    files.put("chat_template.jinja", "{{ messages }}".getBytes(StandardCharsets.UTF_8));
    files.put("tokenizer.json", "{\"model\": {}}".getBytes(StandardCharsets.UTF_8));
    files.put("model.safetensors", weights(parameters));
    return files;
  }

  /** A safetensors file with one float32 tensor. */
  static byte[] weights(int parameters) {
    String header =
        "{\"__metadata__\":{\"format\":\"pt\"},\"w\":{\"dtype\":\"F32\",\"shape\":[2,%d],\"data_offsets\":[0,%d]}}"
            .formatted(parameters / 2, parameters * 4);
    byte[] json = header.getBytes(StandardCharsets.UTF_8);
    byte[] data = new byte[parameters * 4];
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
