package org.densesteer.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.densesteer.steering.SteeringVector;
import org.densesteer.steering.VectorMetadata;
import org.densesteer.steering.format.VectorRead;

/**
 * What {@code inspect} prints about a vector file.
 *
 * @param format short name of the format
 * @param layers 0-based decoder blocks, ascending
 * @param hiddenSize width of each direction
 * @param dtype element type in the file
 * @param norms Euclidean norm of each direction by its layer
 * @param metadata what the file says about itself; layer and strength as numbers
 */
record InspectionReport(
    String format,
    List<Integer> layers,
    int hiddenSize,
    String dtype,
    Map<String, Double> norms,
    Map<String, Object> metadata) {

  static InspectionReport of(VectorRead read) {
    SteeringVector vector = read.vector();
    Map<String, Double> norms = new LinkedHashMap<>();
    vector.directions().keySet().forEach(l -> norms.put(String.valueOf(l), vector.norm(l)));
    return new InspectionReport(
        read.format().id(),
        List.copyOf(vector.directions().keySet()),
        vector.hiddenSize(),
        read.dtype(),
        norms,
        metadata(vector.metadata()));
  }

  private static Map<String, Object> metadata(VectorMetadata metadata) {
    Map<String, Object> values = new LinkedHashMap<>(metadata.entries());
    metadata
        .recommendedLayer()
        .ifPresent(layer -> values.put(VectorMetadata.RECOMMENDED_LAYER, layer));
    metadata
        .recommendedStrength()
        .ifPresent(strength -> values.put(VectorMetadata.RECOMMENDED_STRENGTH, strength));
    return values;
  }

  /** A few lines for a person. */
  String readable() {
    StringBuilder text = new StringBuilder();
    text.append(
        "%s, %s, %d wide, %d %s%n%n"
            .formatted(
                format, dtype, hiddenSize, layers.size(), layers.size() == 1 ? "layer" : "layers"));
    text.append("layer        norm");
    norms.forEach(
        (layer, norm) -> text.append(String.format(Locale.ROOT, "%n%5s %11.4f", layer, norm)));
    if (!metadata.isEmpty()) {
      text.append(System.lineSeparator());
      metadata.forEach((name, value) -> text.append("%n%s: %s".formatted(name, value)));
    }
    return text.toString();
  }
}
