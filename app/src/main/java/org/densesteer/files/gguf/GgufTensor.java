package org.densesteer.files.gguf;

import java.util.List;

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

  /** ggml's number for brain floats. */
  public static final int BF16 = 30;
}
