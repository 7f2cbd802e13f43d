package org.densesteer.steering.format;

import java.util.List;
import org.densesteer.steering.SteeringVector;

/**
 * A vector as a file had it.
 *
 * @param vector the directions, in single precision
 * @param format the file's format
 * @param dtype element type in the file, such as {@code float16}; several are joined by commas
 * @param warnings complete sentences about what a person should know before using it
 * @param layerAssumed whether the file does not say for which layer its only direction is, so that
 *     the layer is that of its name or of {@link ReadOptions#layer()}
 */
public record VectorRead(
    SteeringVector vector,
    VectorFormat format,
    String dtype,
    List<String> warnings,
    boolean layerAssumed) {

  /** Freezes the warnings. */
  public VectorRead {
    warnings = List.copyOf(warnings);
  }
}
