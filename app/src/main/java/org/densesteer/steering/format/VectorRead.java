package org.densesteer.steering.format;

import java.util.List;
import org.densesteer.steering.SteeringVector;

/**
 * A vector as a file had it.
 *
 * @param vector the directions, widened to single precision
 * @param format the file's format
 * @param dtype element type in the file, such as {@code float16}; several are joined by commas
 * @param warnings complete sentences about what a person should know before using it
 */
public record VectorRead(
    SteeringVector vector, VectorFormat format, String dtype, List<String> warnings) {

  /** Freezes the warnings. */
  public VectorRead {
    warnings = List.copyOf(warnings);
  }
}
