package org.densesteer.steering.format;

/**
 * How a vector is laid out in a file.
 *
 * @param ggufLayerOffset 0 to write decoder block ℓ as {@code direction.ℓ}, which llama.cpp adds at
 *     that block; 1 to write it as {@code direction.(ℓ+1)} for tools of that convention
 */
public record WriteOptions(int ggufLayerOffset) {

  /** What llama.cpp and most tools expect. */
  public static final WriteOptions DEFAULT = new WriteOptions(0);

  /** Checks the offset. */
  public WriteOptions {
    ReadOptions.requireOffset(ggufLayerOffset);
  }
}
