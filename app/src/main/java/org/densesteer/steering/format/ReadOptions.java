package org.densesteer.steering.format;

import java.util.OptionalInt;
import org.densesteer.common.FaultException;

/**
 * What a file does not say about itself.
 *
 * @param name what to call the vector; where the file names no layer for its only direction, one
 *     that the name names is taken
 * @param ggufLayerOffset 0 when a GGUF file's {@code direction.N} belongs to decoder block N, as
 *     llama.cpp applies it; 1 when it belongs to block N − 1, as llama.cpp's own cvector-generator
 *     writes it
 * @param layer decoder block of a direction for which the file names none
 */
public record ReadOptions(String name, int ggufLayerOffset, OptionalInt layer) {

  /** Checks the offset. */
  public ReadOptions {
    requireOffset(ggufLayerOffset);
  }

  /** Options without a layer. */
  public ReadOptions(String name, int ggufLayerOffset) {
    this(name, ggufLayerOffset, OptionalInt.empty());
  }

  static void requireOffset(int offset) {
    if (offset != 0 && offset != 1) {
      throw new FaultException("The layer offset of a GGUF file is 0 or 1, not " + offset + ".");
    }
  }
}
