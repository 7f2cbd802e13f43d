package org.densesteer.steering;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import org.densesteer.common.FaultException;
import org.densesteer.common.Texts;

/**
 * The gate that a vector is made to be used with, in its metadata: {@link VectorMetadata#GATE} is
 * its word, and {@link VectorMetadata#GATE_PROBE} a cosine gate's direction as single-precision
 * floats, little endian, in Base64.
 */
public final class VectorGate {

  private VectorGate() {}

  /** Metadata that names this gate and no other; of a constant one nothing is said. */
  public static VectorMetadata with(VectorMetadata metadata, Gate gate) {
    VectorMetadata plain = without(metadata);
    if (gate.constant()) {
      return plain;
    }
    VectorMetadata named = plain.with(VectorMetadata.GATE, gate.text());
    return gate instanceof CosineGate cosine
        ? named.with(VectorMetadata.GATE_PROBE, encoded(cosine.probe().direction()))
        : named;
  }

  /** Metadata that names no gate. */
  public static VectorMetadata without(VectorMetadata metadata) {
    Map<String, String> rest = new TreeMap<>(metadata.entries());
    rest.remove(VectorMetadata.GATE);
    rest.remove(VectorMetadata.GATE_PROBE);
    return new VectorMetadata(rest);
  }

  /**
   * The gate that metadata names; the constant one where they name none.
   *
   * @param width of the hidden states
   * @throws FaultException when it is no gate, or its probe is missing, broken, zero or of another
   *     width
   */
  public static Gate read(VectorMetadata metadata, int width) {
    String text = metadata.get(VectorMetadata.GATE);
    return text.isEmpty()
        ? Gate.CONSTANT
        : GateText.parse(text, (name, layer) -> probe(metadata, name, layer, width));
  }

  /** The gate that a vector is made for; constant where there is none, or none that works. */
  public static Gate of(SteeringVector vector) {
    try {
      return read(vector.metadata(), vector.hiddenSize());
    } catch (FaultException e) {
      // Whoever reads the file is told by its warnings.
      return Gate.CONSTANT;
    }
  }

  private static Probe probe(VectorMetadata metadata, String name, int layer, int width) {
    float[] direction = decoded(metadata.get(VectorMetadata.GATE_PROBE));
    if (direction.length != width) {
      throw new FaultException(
          Texts.of(
              "The probe of its gate has %d values, where %d are expected.",
              direction.length, width));
    }
    TreeMap<Integer, float[]> one = new TreeMap<>();
    one.put(layer, direction);
    return new Probe(new SteeringVector(name, width, one, VectorMetadata.EMPTY), layer);
  }

  private static String encoded(float[] direction) {
    ByteBuffer bytes =
        ByteBuffer.allocate(direction.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(direction);
    return Base64.getEncoder().encodeToString(bytes.array());
  }

  private static float[] decoded(String text) {
    try {
      byte[] bytes = Base64.getDecoder().decode(text);
      if (bytes.length % Float.BYTES != 0) {
        throw new FaultException("The probe of its gate ends within a value.");
      }
      float[] direction = new float[bytes.length / Float.BYTES];
      ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(direction);
      for (float value : direction) {
        if (!Float.isFinite(value)) {
          throw new FaultException("The probe of its gate has values that are not finite.");
        }
      }
      return direction;
    } catch (IllegalArgumentException e) {
      throw new FaultException("The probe of its gate is not written in Base64.", e);
    }
  }
}
