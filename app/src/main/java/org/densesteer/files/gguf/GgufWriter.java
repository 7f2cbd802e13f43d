package org.densesteer.files.gguf;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Makes GGUF files, version 3, little-endian, of texts, whole numbers and one-dimensional tensors
 * of single-precision floats.
 */
public final class GgufWriter {

  private static final int VERSION = 3;

  private final Map<String, Object> metadata = new LinkedHashMap<>();
  private final Map<String, float[]> tensors = new LinkedHashMap<>();

  /** Adds a text to the metadata. */
  public GgufWriter text(String key, String value) {
    metadata.put(key, value);
    return this;
  }

  /** Adds a whole number of 32 bits, at least 0, to the metadata. */
  public GgufWriter number(String key, int value) {
    metadata.put(key, value);
    return this;
  }

  /** Adds a tensor. */
  public GgufWriter tensor(String name, float[] values) {
    tensors.put(name, values);
    return this;
  }

  /** The whole file. */
  public byte[] bytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    raw(out, GgufFile.MAGIC.getBytes(StandardCharsets.US_ASCII));
    u32(out, VERSION);
    u64(out, tensors.size());
    u64(out, metadata.size());
    metadata.forEach(
        (key, value) -> {
          text(out, key);
          if (value instanceof Integer number) {
            u32(out, GgufValues.UINT32);
            u32(out, number);
          } else {
            u32(out, GgufValues.TEXT);
            text(out, value.toString());
          }
        });
    long offset = 0;
    for (Map.Entry<String, float[]> tensor : tensors.entrySet()) {
      text(out, tensor.getKey());
      u32(out, 1);
      u64(out, tensor.getValue().length);
      u32(out, GgufTensor.F32);
      u64(out, offset);
      offset += padded(4L * tensor.getValue().length);
    }
    pad(out);
    for (float[] values : tensors.values()) {
      ByteBuffer data = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
      data.asFloatBuffer().put(values);
      raw(out, data.array());
      pad(out);
    }
    return out.toByteArray();
  }

  private static long padded(long bytes) {
    int alignment = GgufFile.DEFAULT_ALIGNMENT;
    return (bytes + alignment - 1) / alignment * alignment;
  }

  private static void pad(ByteArrayOutputStream out) {
    raw(out, new byte[(int) (padded(out.size()) - out.size())]);
  }

  private static void text(ByteArrayOutputStream out, String value) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    u64(out, bytes.length);
    raw(out, bytes);
  }

  private static void u32(ByteArrayOutputStream out, int value) {
    raw(out, ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array());
  }

  private static void u64(ByteArrayOutputStream out, long value) {
    raw(out, ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(value).array());
  }

  private static void raw(ByteArrayOutputStream out, byte[] bytes) {
    out.write(bytes, 0, bytes.length);
  }
}
