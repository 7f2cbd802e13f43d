package org.densesteer.steering.content;

import java.util.List;

/**
 * An array of numbers in a file, of which nothing is read yet.
 *
 * @param shape dimensions, outermost first; empty for a single number
 * @param dtype element type as NumPy and PyTorch call it, such as {@code float16}
 * @param reader reads its elements
 */
public record NumberArray(List<Long> shape, String dtype, Reader reader) {

  /** Reads elements. */
  @FunctionalInterface
  public interface Reader {
    /**
     * Elements in row-major order.
     *
     * @throws org.densesteer.common.FaultException when their type is not supported or they do not
     *     lie within the file
     */
    float[] read(long first, int count);
  }

  /** Freezes the shape. */
  public NumberArray {
    shape = List.copyOf(shape);
  }

  /** An array of one dimension at hand. */
  public static NumberArray of(String dtype, float[] values) {
    return new NumberArray(
        List.of((long) values.length),
        dtype,
        (first, count) -> java.util.Arrays.copyOfRange(values, (int) first, (int) first + count));
  }

  /** Claimed number of elements; {@link Long#MAX_VALUE} where it is beyond all bounds. */
  public long elements() {
    long product = 1;
    for (long size : shape) {
      if (size == 0) {
        return 0;
      }
      product = size < 0 || product > Long.MAX_VALUE / size ? Long.MAX_VALUE : product * size;
    }
    return product;
  }

  /** The dimensions other than 1; a single 1 where there is no other. */
  public List<Long> squeezed() {
    List<Long> other = shape.stream().filter(size -> size != 1).toList();
    return other.isEmpty() ? List.of(1L) : other;
  }

  /** Whether it is one number without dimension. */
  public boolean isScalar() {
    return shape.isEmpty();
  }

  /** What it is, for a list of what a file holds. */
  String words() {
    return shape.isEmpty() ? "a number" : "an array of shape " + shape;
  }
}
