package org.densesteer.steering.format;

import java.util.Collection;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What of a vector goes into a file, and how.
 *
 * @param format the file's format
 * @param layers 0-based decoder blocks to write; all when empty
 * @param layer the block that users of the file should steer, when it is known
 * @param strength λ that goes with it, when it is known
 * @param baked whether every direction is multiplied by the strength, so that users apply it with
 *     strength 1; otherwise they apply the strength themselves
 * @param ggufLayerOffset see {@link WriteOptions}
 */
public record ExportOptions(
    VectorFormat format,
    Set<Integer> layers,
    OptionalInt layer,
    OptionalDouble strength,
    boolean baked,
    int ggufLayerOffset) {

  /** Freezes the layers. */
  public ExportOptions {
    layers = Set.copyOf(layers);
    ReadOptions.requireOffset(ggufLayerOffset);
  }

  /** All layers, and the recommendations that the vector has. */
  public static ExportOptions of(VectorFormat format) {
    return new ExportOptions(
        format, Set.of(), OptionalInt.empty(), OptionalDouble.empty(), false, 0);
  }

  /** A copy that writes these layers only; all when empty. */
  public ExportOptions onlyLayers(Collection<Integer> chosen) {
    SortedSet<Integer> sorted = new TreeSet<>(chosen);
    return new ExportOptions(format, sorted, layer, strength, baked, ggufLayerOffset);
  }

  /** A copy in which users are told to steer {@code block} with {@code lambda}. */
  public ExportOptions recommending(int block, double lambda) {
    return new ExportOptions(
        format, layers, OptionalInt.of(block), OptionalDouble.of(lambda), baked, ggufLayerOffset);
  }

  /** A copy in which {@code lambda} is multiplied into the directions. */
  public ExportOptions baking(double lambda) {
    return new ExportOptions(
        format, layers, layer, OptionalDouble.of(lambda), true, ggufLayerOffset);
  }

  /** A copy with another GGUF layer convention. */
  public ExportOptions withGgufLayerOffset(int offset) {
    return new ExportOptions(format, layers, layer, strength, baked, offset);
  }

  WriteOptions writeOptions() {
    return new WriteOptions(ggufLayerOffset);
  }
}
