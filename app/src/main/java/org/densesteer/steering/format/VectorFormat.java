package org.densesteer.steering.format;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.densesteer.common.FaultException;
import org.densesteer.files.bytes.FileBytes;
import org.densesteer.steering.SteeringVector;

/** One way to keep a steering vector in a file. Stateless; safe for any thread. */
public interface VectorFormat {

  /** Short name for command lines and JSON, such as {@code gguf}. */
  String id();

  /** Name for people. */
  String displayName();

  /** File endings with their dot, the usual one first. */
  List<String> endings();

  /** Whether the metadata survives a round trip. */
  boolean keepsMetadata();

  /** Whether shuffled-pair controls survive a round trip. */
  default boolean keepsShuffled() {
    return false;
  }

  /** Whether the gate that a vector is made for survives a round trip. */
  default boolean keepsGate() {
    return false;
  }

  /**
   * Reads a vector. Allocates no more than a small multiple of the file's size, or the limit of
   * {@link DirectionCollector}, whatever the file claims.
   *
   * @throws FaultException when anything in the file does not fit together
   */
  VectorRead read(FileBytes file, ReadOptions options);

  /**
   * The layers that an export writes where none are chosen: all, unless users of the file steer
   * every layer in it at once.
   */
  default IntPredicate chosenLayers(SteeringVector vector) {
    return layer -> true;
  }

  /**
   * The vector that a file of this format gives back.
   *
   * @throws FaultException when nothing would be left of it
   */
  default SteeringVector representable(SteeringVector vector, WriteOptions options) {
    return keepsMetadata() ? vector : vector.with(org.densesteer.steering.VectorMetadata.EMPTY);
  }

  /** Complete sentences about what the file will lack or do differently. */
  default List<String> warnings(SteeringVector vector, WriteOptions options) {
    return keepsMetadata() || vector.metadata().entries().isEmpty()
        ? List.of()
        : List.of(
            displayName()
                + " files have no place for metadata: the model, layer and strength are not in"
                + " the file.");
  }

  /**
   * Writes what {@link #representable} gives, as single-precision floats. The same vector gives the
   * same bytes.
   *
   * @throws FaultException when the format cannot hold the vector
   */
  void write(SteeringVector vector, WriteOptions options, Path file) throws IOException;

  /** A copy with the layers for which {@code kept} holds. */
  static SteeringVector withLayers(SteeringVector vector, IntPredicate kept) {
    return new SteeringVector(
        vector.name(),
        vector.hiddenSize(),
        withLayers(vector.directions(), kept),
        vector.metadata(),
        vector.shuffled().stream().map(draw -> withLayers(draw, kept)).toList());
  }

  private static SortedMap<Integer, float[]> withLayers(
      SortedMap<Integer, float[]> directions, IntPredicate kept) {
    SortedMap<Integer, float[]> some = new TreeMap<>(directions);
    some.keySet().removeIf(layer -> !kept.test(layer));
    return some;
  }
}
