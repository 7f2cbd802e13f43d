package org.densesteer.steering.content;

import java.util.OptionalLong;

/**
 * One direction in a file.
 *
 * @param layer 0-based decoder block; empty when the file names none
 * @param name what the file calls it
 * @param dtype its element type
 * @param width claimed number of values
 * @param array where it lies
 * @param first index of its first value there, in row-major order
 * @param factor what its values are multiplied by
 */
public record FoundDirection(
    OptionalLong layer,
    String name,
    String dtype,
    long width,
    NumberArray array,
    long first,
    double factor) {

  /** Its values; to be called when {@link #width} was found acceptable. */
  public float[] values() {
    float[] values = array.reader().read(first, (int) width);
    if (factor != 1) {
      for (int i = 0; i < values.length; i++) {
        values[i] = (float) (factor * values[i]);
      }
    }
    return values;
  }
}
