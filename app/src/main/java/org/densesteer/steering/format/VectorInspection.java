package org.densesteer.steering.format;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import org.densesteer.common.Texts;
import org.densesteer.steering.SteeringVector;
import org.densesteer.steering.VectorMetadata;

/**
 * What can be said about a vector file.
 *
 * @param format short name of its format
 * @param hiddenSize width of its directions
 * @param dtype element type in the file
 * @param norms Euclidean norm of each direction by 0-based decoder block
 * @param shuffled number of shuffled-pair controls that it carries
 * @param metadata what the file says about itself
 * @param warnings complete sentences about what a person should know before using it
 */
public record VectorInspection(
    String format,
    int hiddenSize,
    String dtype,
    SortedMap<Integer, Double> norms,
    int shuffled,
    VectorMetadata metadata,
    List<String> warnings) {

  /**
   * Reads and describes a file.
   *
   * @throws org.densesteer.common.FaultException when it cannot be read
   */
  public static VectorInspection of(Path file) {
    return of(file, OptionalInt.empty());
  }

  /**
   * Reads and describes a file.
   *
   * @param layer decoder block of a direction for which the file names none
   * @throws org.densesteer.common.FaultException when it cannot be read
   */
  public static VectorInspection of(Path file, OptionalInt layer) {
    VectorRead read = VectorFiles.read(file, 0, layer);
    if (layer.isEmpty() || read.layerAssumed()) {
      return of(read);
    }
    List<String> warnings = new ArrayList<>(read.warnings());
    warnings.add("The file names its layers itself, so --layer changes nothing.");
    return of(new VectorRead(read.vector(), read.format(), read.dtype(), warnings, false));
  }

  /** Describes a file that was read. */
  public static VectorInspection of(VectorRead read) {
    SteeringVector vector = read.vector();
    SortedMap<Integer, Double> norms = new TreeMap<>();
    vector.directions().keySet().forEach(layer -> norms.put(layer, vector.norm(layer)));
    return new VectorInspection(
        read.format().id(),
        vector.hiddenSize(),
        read.dtype(),
        norms,
        vector.shuffled().size(),
        vector.metadata(),
        read.warnings());
  }

  /**
   * As JSON: {@code {"format", "layers", "hidden_size", "dtype", "norms", "metadata", "warnings"}},
   * and {@code "shuffled_pair_controls"} where there are any. The recommended layer and strength
   * are numbers where they can be read as such.
   */
  public ObjectNode toJson() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("format", format);
    norms.keySet().forEach(json.putArray("layers")::add);
    json.put("hidden_size", hiddenSize);
    json.put("dtype", dtype);
    ObjectNode normsByLayer = json.putObject("norms");
    norms.forEach((layer, norm) -> normsByLayer.put(String.valueOf(layer), norm));
    if (shuffled > 0) {
      json.put("shuffled_pair_controls", shuffled);
    }
    ObjectNode entries = json.putObject("metadata");
    metadata.entries().forEach(entries::put);
    metadata
        .recommendedLayer()
        .ifPresent(layer -> entries.put(VectorMetadata.RECOMMENDED_LAYER, layer));
    metadata
        .recommendedStrength()
        .ifPresent(strength -> entries.put(VectorMetadata.RECOMMENDED_STRENGTH, strength));
    warnings.forEach(json.putArray("warnings")::add);
    return json;
  }

  private static String brief(Map.Entry<String, String> entry) {
    return entry.getKey().equals(VectorMetadata.GATE_PROBE)
        ? Texts.of("%d characters of Base64", entry.getValue().length())
        : entry.getValue();
  }

  /** As lines for a terminal. */
  public String toText() {
    StringBuilder text = new StringBuilder();
    text.append(
        Texts.of(
            "format       %s, %s%nhidden size  %d%nlayers       %d%n",
            format, dtype, hiddenSize, norms.size()));
    if (shuffled > 0) {
      text.append(Texts.of("controls     %d of shuffled pairs%n", shuffled));
    }
    for (Map.Entry<String, String> entry : metadata.entries().entrySet()) {
      text.append(Texts.of("%s: %s%n", entry.getKey(), brief(entry)));
    }
    text.append(Texts.of("layer  norm%n"));
    norms.forEach((layer, norm) -> text.append(Texts.of("%5d  %.6g%n", layer, norm)));
    warnings.forEach(warning -> text.append(Texts.of("note: %s%n", warning)));
    return text.toString();
  }
}
