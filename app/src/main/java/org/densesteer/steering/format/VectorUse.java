package org.densesteer.steering.format;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;
import org.densesteer.common.Texts;
import org.densesteer.steering.Operator;
import org.densesteer.steering.Positions;
import org.densesteer.steering.SteeringVector;
import org.densesteer.steering.VectorMetadata;

/**
 * An exported file and how it is to be used, as the lines for other tools need it.
 *
 * @param file the file
 * @param format its format
 * @param layers 0-based decoder blocks in it
 * @param everyLayer whether it is added at all of them at once
 * @param layer the block to steer otherwise; empty when the file recommends none
 * @param strength λ in plain digits
 * @param ggufLayerOffset see {@link WriteOptions}
 * @param model what the metadata calls the model; may be empty
 * @param positions which positions it was tuned at
 * @param operator how it was tuned to meet a hidden state
 * @param gate how its strength was tuned to follow the answer; empty when it did not
 */
record VectorUse(
    Path file,
    VectorFormat format,
    SortedSet<Integer> layers,
    boolean everyLayer,
    OptionalInt layer,
    String strength,
    int ggufLayerOffset,
    String model,
    Positions positions,
    Operator operator,
    String gate) {

  private static final String NO_LAYER =
      "The file recommends no layer: fill in the 0-based decoder block for LAYER.";

  static VectorUse of(Path file, VectorFormat format, SteeringVector vector, int offset) {
    VectorMetadata metadata = vector.metadata();
    boolean everyLayer = metadata.appliesEveryLayer() && vector.directions().size() > 1;
    return new VectorUse(
        file,
        format,
        new TreeSet<>(vector.directions().keySet()),
        everyLayer,
        everyLayer ? OptionalInt.empty() : layer(vector),
        plain(metadata.recommendedStrength().orElse(1)),
        offset,
        metadata.get(VectorMetadata.MODEL_ID),
        metadata.positions().orElse(Positions.EVERYWHERE),
        metadata.operator().orElse(Operator.ADD),
        metadata.get(VectorMetadata.GATE));
  }

  private static OptionalInt layer(SteeringVector vector) {
    if (vector.directions().size() == 1) {
      return OptionalInt.of(vector.directions().firstKey());
    }
    OptionalInt recommended = vector.metadata().recommendedLayer();
    return recommended.isPresent() && vector.hasLayer(recommended.getAsInt())
        ? recommended
        : OptionalInt.empty();
  }

  private static String plain(double value) {
    return value == 0 ? "0" : BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }

  /** The file from the root of the file system on. */
  String path() {
    return file.toAbsolutePath().toString();
  }

  /** What stands for the model in a line that a person completes. */
  String modelOr(String placeholder) {
    return model.isEmpty() ? placeholder : model;
  }

  /** The layer to steer, or a word that a person replaces. */
  String layerText() {
    return layer.isPresent() ? String.valueOf(layer.getAsInt()) : "LAYER";
  }

  /** What a person must fill in, if anything. */
  Optional<String> gap() {
    return everyLayer || layer.isPresent() ? Optional.empty() : Optional.of(NO_LAYER);
  }

  /** What was tuned that a tool which adds everywhere does otherwise, one sentence each. */
  List<String> differences(String tool) {
    List<String> sentences = new ArrayList<>();
    if (operator == Operator.ADD_KEEP_NORM) {
      sentences.add(
          tool + " adds the vector and does not restore ‖h‖ afterwards, as it was tuned here.");
    }
    if (!positions.equals(Positions.EVERYWHERE)) {
      sentences.add(
          Texts.of(
              "%s steers every position; it was tuned here at “%s” only.", tool, positions.id()));
    }
    if (!gate.isEmpty()) {
      sentences.add(
          Texts.of(
              "%s adds it with a constant strength; it was tuned here with the gate %s, which only"
                  + " this program applies.",
              tool, gate));
    }
    return sentences;
  }
}
