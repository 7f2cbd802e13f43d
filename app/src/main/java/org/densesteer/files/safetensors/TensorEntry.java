package org.densesteer.files.safetensors;

import java.util.Arrays;

/**
 * Where a tensor lies in a safetensors file.
 *
 * @param name its name
 * @param dtype element type
 * @param shape dimensions, outermost first; empty for a scalar
 * @param begin first byte, counted from the start of the data
 * @param end one past the last byte
 */
public record TensorEntry(String name, Dtype dtype, long[] shape, long begin, long end) {

  /** Number of elements. */
  public long elements() {
    return (end - begin) * 8 / dtype.bits();
  }

  @Override
  public String toString() {
    return name + " " + dtype + Arrays.toString(shape);
  }
}
