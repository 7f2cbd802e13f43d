package org.densesteer.files.gguf;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.densesteer.common.Texts;
import org.densesteer.files.bytes.ByteCursor;
import org.densesteer.files.bytes.FileBytes;

/**
 * Metadata and tensor table of a little-endian GGUF file, versions 2 and 3 (ggml, docs/gguf.md).
 *
 * @param metadata texts, numbers and truth values as text, by key; lists are passed over
 * @param tensors the tensor table in the file's order
 * @param dataStart offset of the data in the file
 */
public record GgufFile(Map<String, String> metadata, List<GgufTensor> tensors, long dataStart) {

  /** The four bytes a GGUF file begins with. */
  static final String MAGIC = "GGUF";

  /** Where the boundary is named that data begin at. */
  public static final String ALIGNMENT_KEY = "general.alignment";

  static final int DEFAULT_ALIGNMENT = 32;
  private static final int MAX_ALIGNMENT = 1 << 20;
  private static final int MAX_COUNT = 1 << 16;
  private static final int MAX_DIMENSIONS = 4;
  private static final int LEAST_BYTES_OF_AN_ENTRY = 13;
  private static final int LEAST_BYTES_OF_A_TENSOR = 24;

  /** Whether the content begins as a GGUF file does. */
  public static boolean looksLikeOne(FileBytes file) {
    return file.startsWith(MAGIC);
  }

  /**
   * Reads everything but the data.
   *
   * @throws FaultException when a count or length does not fit the file
   */
  public static GgufFile read(FileBytes file) {
    ByteCursor cursor = file.cursor(0);
    if (!looksLikeOne(file)) {
      throw file.broken("it does not begin as a GGUF file does");
    }
    cursor.skip(MAGIC.length(), "its first bytes");
    long version = cursor.u32("its version");
    if (version != 2 && version != 3) {
      throw file.refused(
          Integer.reverseBytes((int) version) >>> 8 == 0
              ? "it is big-endian"
              : "it has version " + version + " where 2 or 3 is expected");
    }
    long tensorCount = count(cursor, LEAST_BYTES_OF_A_TENSOR, "tensors", file);
    long entryCount = count(cursor, LEAST_BYTES_OF_AN_ENTRY, "metadata entries", file);
    GgufValues values = new GgufValues(file, cursor);
    Map<String, String> metadata = new TreeMap<>();
    for (long i = 0; i < entryCount; i++) {
      String key = values.text("a metadata key");
      String value = values.value((int) cursor.u32("the type of " + FileBytes.quote(key)), key);
      if (metadata.put(key, value) != null) {
        throw file.broken("it has the metadata key " + FileBytes.quote(key) + " twice");
      }
    }
    List<GgufTensor> tensors = new ArrayList<>();
    for (long i = 0; i < tensorCount; i++) {
      tensors.add(tensor(values, cursor, file));
    }
    long alignment = alignment(metadata, file);
    long dataStart = (cursor.position() + alignment - 1) / alignment * alignment;
    return new GgufFile(metadata, tensors, dataStart);
  }

  private static long count(ByteCursor cursor, int leastBytes, String what, FileBytes file) {
    long count = cursor.i64("the number of " + what);
    if (count < 0 || count > Math.min(MAX_COUNT, cursor.remaining() / leastBytes)) {
      throw file.broken(
          Texts.of(
              "it claims %s %s in %d bytes",
              Long.toUnsignedString(count), what, cursor.remaining()));
    }
    return count;
  }

  private static GgufTensor tensor(GgufValues values, ByteCursor cursor, FileBytes file) {
    String name = values.text("a tensor's name");
    String quoted = FileBytes.quote(name);
    long rank = cursor.u32("the number of dimensions of " + quoted);
    if (rank > MAX_DIMENSIONS) {
      throw file.broken("tensor " + quoted + " claims " + rank + " dimensions");
    }
    List<Long> dimensions = new ArrayList<>();
    for (int i = 0; i < rank; i++) {
      dimensions.add(cursor.i64("the dimensions of " + quoted));
    }
    int type = cursor.i32("the type of " + quoted);
    return new GgufTensor(name, dimensions, type, cursor.i64("the offset of " + quoted));
  }

  private static long alignment(Map<String, String> metadata, FileBytes file) {
    String text = metadata.getOrDefault(ALIGNMENT_KEY, String.valueOf(DEFAULT_ALIGNMENT));
    int alignment = text.matches("[0-9]{1,7}") ? Integer.parseInt(text) : 0;
    if (Integer.bitCount(alignment) != 1 || alignment > MAX_ALIGNMENT) {
      throw file.broken("its alignment is " + FileBytes.quote(text) + ", no power of two");
    }
    return alignment;
  }
}
