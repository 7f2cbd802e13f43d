package org.densesteer.files.gguf;

import java.util.List;
import java.util.Map;

/**
 * One line of a GGUF file's tensor table.
 *
 * @param name its name
 * @param dimensions sizes, the fastest-running first
 * @param type ggml's number of the element type
 * @param offset first byte, counted from the start of the data
 */
public record GgufTensor(String name, List<Long> dimensions, int type, long offset) {

  /** ggml's number for single-precision floats. */
  public static final int F32 = 0;

  /** ggml's number for half-precision floats. */
  public static final int F16 = 1;

  /** ggml's number for double-precision floats. */
  public static final int F64 = 28;

  /** ggml's number for brain floats. */
  public static final int BF16 = 30;

  /** Other types that files have (ggml.h, {@code ggml_type}). */
  private static final Map<Integer, String> OTHERS =
      Map.ofEntries(
          Map.entry(2, "Q4_0"),
          Map.entry(3, "Q4_1"),
          Map.entry(6, "Q5_0"),
          Map.entry(7, "Q5_1"),
          Map.entry(8, "Q8_0"),
          Map.entry(10, "Q2_K"),
          Map.entry(11, "Q3_K"),
          Map.entry(12, "Q4_K"),
          Map.entry(13, "Q5_K"),
          Map.entry(14, "Q6_K"),
          Map.entry(24, "I8"),
          Map.entry(25, "I16"),
          Map.entry(26, "I32"),
          Map.entry(27, "I64"));

  /** What ggml calls an element type that is none of the floats, else its number. */
  public String typeName() {
    return OTHERS.getOrDefault(type, "number " + type);
  }

  /**
   * The sizes without those that are 1, for which ggml does not count a dimension either; of a
   * single value its one.
   */
  public List<Long> squeezed() {
    List<Long> rest = dimensions.stream().filter(size -> size != 1).toList();
    return rest.isEmpty() && !dimensions.isEmpty() ? List.of(1L) : rest;
  }
}
