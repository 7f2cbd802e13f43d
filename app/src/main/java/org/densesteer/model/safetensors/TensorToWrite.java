package org.densesteer.model.safetensors;

/**
 * A tensor on its way into a file.
 *
 * @param dtype element type in the file, a float type
 * @param shape dimensions, outermost first
 * @param values the element at a row-major index
 */
public record TensorToWrite(Dtype dtype, long[] shape, Values values) {

  /** Gives the element at a row-major index. */
  @FunctionalInterface
  public interface Values {
    /** The element at {@code index}. */
    float at(long index);
  }

  /** A single-precision tensor of values at hand. */
  public static TensorToWrite f32(float[] values, long... shape) {
    return of(Dtype.F32, values, shape);
  }

  /** A tensor of values at hand, stored as {@code dtype}. */
  public static TensorToWrite of(Dtype dtype, float[] values, long... shape) {
    return new TensorToWrite(dtype, shape, i -> values[(int) i]);
  }

  long elements() {
    long product = 1;
    for (long dimension : shape) {
      product *= dimension;
    }
    return product;
  }
}
