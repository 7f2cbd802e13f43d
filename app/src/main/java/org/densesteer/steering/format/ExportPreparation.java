package org.densesteer.steering.format;

import java.math.BigDecimal;
import org.densesteer.common.FaultException;
import org.densesteer.common.Texts;
import org.densesteer.files.bytes.FileBytes;
import org.densesteer.steering.SteeringVector;
import org.densesteer.steering.VectorMath;
import org.densesteer.steering.VectorMetadata;

/** What becomes of a vector before an export lays it out in a file. */
public final class ExportPreparation {

  /** Metadata: the strength that is multiplied into the directions already. */
  public static final String STRENGTH_BAKED = "strength_baked";

  private ExportPreparation() {}

  /**
   * The vector that an export with these options is about: the chosen layers, the strength baked in
   * when asked for, and the recommendation in its metadata.
   *
   * @throws FaultException when the vector lacks a chosen layer, or a strength to bake is absent,
   *     zero or not finite
   */
  public static SteeringVector prepare(SteeringVector vector, ExportOptions options) {
    options.layers().forEach(vector::direction);
    SteeringVector chosen =
        options.layers().isEmpty()
            ? vector
            : VectorFormat.withLayers(vector, options.layers()::contains);
    VectorMetadata metadata = chosen.metadata();
    if (options.layer().isPresent()) {
      metadata = metadata.with(VectorMetadata.RECOMMENDED_LAYER, options.layer().getAsInt());
    }
    if (options.strength().isPresent()) {
      metadata =
          metadata.with(VectorMetadata.RECOMMENDED_STRENGTH, options.strength().getAsDouble());
    }
    SteeringVector described = chosen.with(metadata);
    if (options.layers().isEmpty()) {
      described = VectorFormat.withLayers(described, options.format().chosenLayers(described));
    }
    return options.baked() ? bake(described) : described;
  }

  private static SteeringVector bake(SteeringVector vector) {
    double strength =
        vector
            .metadata()
            .recommendedStrength()
            .orElseThrow(
                () ->
                    new FaultException(
                        "The vector "
                            + vector.name()
                            + " has no recommended strength that could be multiplied into it."));
    if (strength == 0) {
      throw new FaultException(
          "A strength of 0 multiplied into the vector " + vector.name() + " leaves nothing of it.");
    }
    String before = vector.metadata().get(STRENGTH_BAKED);
    double total = before.isEmpty() ? strength : strength * number(before, vector);
    return VectorMath.scale(vector, strength)
        .with(
            vector
                .metadata()
                .with(VectorMetadata.RECOMMENDED_STRENGTH, 1)
                .with(STRENGTH_BAKED, total));
  }

  private static double number(String text, SteeringVector vector) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new FaultException(
          Texts.of(
              "The vector %s says that the strength %s is multiplied into it, which is no number.",
              vector.name(), FileBytes.quote(text)));
    }
  }

  /**
   * A file name that says what is in the file and that no tool takes apart: the vector's name, its
   * only layer, the baked strength, and the format's ending.
   */
  public static String suggestedFileName(SteeringVector vector, ExportOptions options) {
    SteeringVector prepared = prepare(vector, options);
    StringBuilder name =
        new StringBuilder(prepared.name().strip().replaceAll("[^\\p{L}\\p{N}._+-]+", "-"));
    if (prepared.directions().size() == 1) {
      name.append("-layer").append(prepared.directions().firstKey());
    }
    if (options.baked()) {
      double strength =
          options.strength().orElse(vector.metadata().recommendedStrength().orElse(1));
      name.append("-times")
          .append(BigDecimal.valueOf(strength).stripTrailingZeros().toPlainString());
    }
    return name.append(options.format().endings().get(0)).toString();
  }
}
