package org.densesteer.files.safetensors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.densesteer.common.FaultException;
import org.densesteer.common.Json;
import org.densesteer.common.JsonFlaw;
import org.densesteer.common.Texts;
import org.densesteer.files.bytes.FileBytes;

/**
 * The header of a safetensors file: a little-endian 64-bit length, then that many bytes of JSON.
 *
 * @param tensors entries by name, in the order of their data
 * @param metadata the {@code __metadata__} strings
 * @param dataStart offset of the data in the file
 */
public record SafetensorsHeader(
    Map<String, TensorEntry> tensors, Map<String, String> metadata, long dataStart) {

  /** Longest header accepted, the limit of the reference implementation. */
  public static final int MAX_HEADER_BYTES = 100_000_000;

  private static final int LENGTH_BYTES = 8;

  private static final JsonMapper JSON =
      Json.strict(StreamReadConstraints.builder().maxNestingDepth(16).build());

  /**
   * Whether the content begins as a safetensors file does: with a length below 2⁴⁰, whose last
   * bytes are zeros as no JSON text has them, and a JSON object. That of GGUF can look the same.
   */
  public static boolean looksLikeOne(FileBytes file) {
    return file.at(LENGTH_BYTES) == '{' && file.at(5) == 0 && file.at(6) == 0 && file.at(7) == 0;
  }

  /**
   * Reads and checks a header.
   *
   * @param json the header's bytes, without the length
   * @param dataLength bytes that follow the header
   * @param file what to call the file in a complaint
   * @throws FaultException when anything does not fit together
   */
  public static SafetensorsHeader parse(byte[] json, long dataLength, String file) {
    JsonNode root;
    try {
      root = JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw broken(file, "its header " + JsonFlaw.of(e), e);
    } catch (IOException e) {
      throw broken(file, "its header is not readable", e);
    }
    if (root == null || !root.isObject()) {
      throw broken(file, "its header is not a JSON object", null);
    }
    Map<String, String> metadata = new TreeMap<>();
    Map<String, TensorEntry> entries = new LinkedHashMap<>();
    root.properties()
        .forEach(
            field -> {
              if (field.getKey().equals("__metadata__")) {
                readMetadata(field.getValue(), metadata, file);
              } else {
                entries.put(
                    field.getKey(), readEntry(field.getKey(), field.getValue(), dataLength, file));
              }
            });
    return new SafetensorsHeader(
        inDataOrder(entries, file),
        Collections.unmodifiableMap(metadata),
        (long) LENGTH_BYTES + json.length);
  }

  private static void readMetadata(JsonNode node, Map<String, String> into, String file) {
    if (!node.isObject()) {
      throw broken(file, "__metadata__ is not an object of strings", null);
    }
    node.properties().forEach(e -> into.put(e.getKey(), e.getValue().asText()));
  }

  private static TensorEntry readEntry(String name, JsonNode node, long dataLength, String file) {
    Dtype dtype = dtype(name, node.path("dtype").asText(), file);
    JsonNode dimensions = node.path("shape");
    JsonNode offsets = node.path("data_offsets");
    if (!dimensions.isArray() || dimensions.size() > 8 || offsets.size() != 2) {
      throw broken(file, "tensor " + name + " lacks a shape or its offsets", null);
    }
    long[] shape = new long[dimensions.size()];
    long elements = 1;
    for (int i = 0; i < shape.length; i++) {
      shape[i] = whole(dimensions.get(i), name, file);
      elements = multiply(elements, shape[i], name, file);
    }
    long begin = whole(offsets.get(0), name, file);
    long end = whole(offsets.get(1), name, file);
    if (begin > end || end > dataLength) {
      throw broken(
          file,
          Texts.of(
              "tensor %s lies at bytes %d to %d, but there are only %d bytes of data",
              name, begin, end, dataLength),
          null);
    }
    if (multiply(elements, dtype.bits(), name, file) != multiply(end - begin, 8, name, file)) {
      throw broken(
          file,
          Texts.of(
              "tensor %s of %d %s elements does not fill its %d bytes",
              name, elements, dtype, end - begin),
          null);
    }
    return new TensorEntry(name, dtype, shape, begin, end);
  }

  private static Dtype dtype(String name, String text, String file) {
    try {
      return Dtype.valueOf(text);
    } catch (IllegalArgumentException e) {
      throw new FaultException(
          Texts.of(
              "The safetensors file %s cannot be read: its tensor %s has the type '%s', which is not"
                  + " supported.",
              file, name, text));
    }
  }

  private static long whole(JsonNode node, String name, String file) {
    if (!node.isIntegralNumber() || !node.canConvertToLong() || node.longValue() < 0) {
      throw broken(file, "tensor " + name + " has a size or offset that is no whole number", null);
    }
    return node.longValue();
  }

  private static long multiply(long a, long b, String name, String file) {
    try {
      return Math.multiplyExact(a, b);
    } catch (ArithmeticException e) {
      throw broken(file, "tensor " + name + " has an impossible size", null);
    }
  }

  private static Map<String, TensorEntry> inDataOrder(
      Map<String, TensorEntry> entries, String file) {
    List<TensorEntry> sorted =
        entries.values().stream()
            .sorted(
                Comparator.comparingLong(TensorEntry::begin).thenComparingLong(TensorEntry::end))
            .toList();
    Map<String, TensorEntry> ordered = new LinkedHashMap<>();
    long previousEnd = 0;
    for (TensorEntry entry : sorted) {
      if (entry.begin() < previousEnd) {
        throw broken(file, "tensor " + entry.name() + " overlaps another one", null);
      }
      previousEnd = entry.end();
      ordered.put(entry.name(), entry);
    }
    return Collections.unmodifiableMap(ordered);
  }

  static FaultException broken(
      String file, String what, @org.jspecify.annotations.Nullable Throwable cause) {
    return new FaultException("The safetensors file " + file + " is broken: " + what + ".", cause);
  }
}
