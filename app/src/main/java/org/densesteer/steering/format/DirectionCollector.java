package org.densesteer.steering.format;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.densesteer.common.FaultException;
import org.densesteer.common.Texts;
import org.densesteer.files.bytes.FileBytes;
import org.densesteer.files.safetensors.Dtype;
import org.densesteer.files.safetensors.FloatCodec;
import org.densesteer.steering.SteeringVector;
import org.densesteer.steering.VectorLint;
import org.densesteer.steering.VectorMetadata;
import org.densesteer.steering.content.ElementTypes;

/**
 * Gathers the directions of a file and checks what every format must hold to: one direction per
 * layer, one width, finite values, and a bounded total.
 */
final class DirectionCollector {

  /** Largest 0-based decoder block; no known model has a tenth of it. */
  static final int MAX_LAYER = 9_999;

  /** Widest hidden state accepted; no known model has a tenth of it. */
  static final int MAX_WIDTH = 1 << 20;

  /** Most values of all layers together: 128 MiB of floats. */
  static final long MAX_VALUES = 1L << 25;

  private final VectorFormat format;
  private final FileBytes file;
  private final TreeMap<Integer, float[]> directions = new TreeMap<>();
  private final SortedSet<String> dtypes = new TreeSet<>();
  private final List<String> warnings = new ArrayList<>();
  private int width;
  private long values;

  DirectionCollector(VectorFormat format, FileBytes file) {
    this.format = format;
    this.file = file;
  }

  /** Adds a layer whose values fill {@code data}. */
  void add(long layer, Dtype dtype, ByteBuffer data) {
    reserve(layer, data.remaining() / dtype.bytes());
    add(layer, ElementTypes.name(dtype), FloatCodec.decode(data, dtype));
  }

  /** Adds a layer of values at hand. */
  void add(long layer, String dtype, float[] direction) {
    reserve(layer, direction.length);
    for (int i = 0; i < direction.length; i++) {
      if (!Float.isFinite(direction[i])) {
        throw file.refused(
            Texts.of("value %d of layer %d is %s in single precision", i, layer, direction[i]));
      }
    }
    values += direction.length;
    width = direction.length;
    dtypes.add(dtype);
    directions.put((int) layer, direction);
  }

  /**
   * Checks a layer before its values are allocated.
   *
   * @throws FaultException when the layer is not acceptable
   */
  void reserve(long layer, long count) {
    if (layer < 0 || layer > MAX_LAYER) {
      throw file.refused(Texts.of("it names layer %d; layers go from 0 to %d", layer, MAX_LAYER));
    }
    if (directions.containsKey((int) layer)) {
      throw file.refused("it has layer " + layer + " twice");
    }
    if (count < 1 || count > MAX_WIDTH) {
      throw file.refused(Texts.of("layer %d has %d values", layer, count));
    }
    if (!directions.isEmpty() && count != width) {
      throw file.refused(
          Texts.of(
              "layer %d has %d values where layer %d has %d",
              layer, count, directions.firstKey(), width));
    }
    if (values + count > MAX_VALUES) {
      throw file.refused("it holds more than " + MAX_VALUES + " values");
    }
  }

  /** Keeps a complete sentence for the person who opens the file. */
  void warn(String sentence) {
    warnings.add(sentence);
  }

  /** The directions so far. */
  SortedMap<Integer, float[]> directions() {
    return directions;
  }

  /** The vector, with what its metadata calls for. */
  VectorRead build(String name, VectorMetadata metadata) {
    if (directions.isEmpty()) {
      throw file.refused("it holds no direction");
    }
    warnings.addAll(MetadataCheck.warnings(metadata, directions.keySet(), width));
    SteeringVector vector = new SteeringVector(name, width, directions, metadata);
    VectorLint.check(vector).forEach(finding -> warnings.add(finding.sentence()));
    return new VectorRead(vector, format, String.join(", ", dtypes), warnings, false);
  }
}
