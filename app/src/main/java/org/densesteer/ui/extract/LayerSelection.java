package org.densesteer.ui.extract;

import java.util.ArrayList;
import java.util.List;
import org.densesteer.evaluation.plan.LayerRange;
import org.densesteer.extraction.ExtractedVector;
import org.densesteer.extraction.LayerReport;
import org.densesteer.steering.SteeringVector;
import org.densesteer.steering.format.VectorFormat;

/**
 * Some layers of an extracted vector, to be used or saved.
 *
 * @param source why these, such as {@code Suggested band}
 * @param layers 0-based decoder blocks, ascending
 */
record LayerSelection(String source, List<Integer> layers) {

  /** Freezes the layers. */
  LayerSelection {
    layers = List.copyOf(layers);
  }

  /** Every layer. */
  static LayerSelection all(ExtractedVector extracted) {
    return new LayerSelection(
        "All layers", extracted.layers().stream().map(LayerReport::layer).toList());
  }

  /** The suggested band; every layer when none is suggested. */
  static LayerSelection suggested(ExtractedVector extracted) {
    return extracted
        .band()
        .map(
            band ->
                new LayerSelection(
                    "Suggested band",
                    extracted.layers().stream()
                        .map(LayerReport::layer)
                        .filter(band::contains)
                        .toList()))
        .orElseGet(() -> all(extracted));
  }

  /**
   * What a person can choose from, the suggestion first.
   *
   * @param rows those selected in the table; may be empty
   */
  static List<LayerSelection> choices(ExtractedVector extracted, List<LayerReport> rows) {
    List<LayerSelection> choices = new ArrayList<>();
    if (extracted.band().isPresent()) {
      choices.add(suggested(extracted));
    }
    choices.add(all(extracted));
    if (!rows.isEmpty()) {
      choices.add(
          new LayerSelection(
              "Selected rows", rows.stream().map(LayerReport::layer).sorted().toList()));
    }
    return choices;
  }

  /** A menu's line, such as {@code Suggested band: 2–5}. */
  String title() {
    return source + ": " + range();
  }

  /** Such as {@code layers 0, 2–5}. */
  String words() {
    return (layers.size() == 1 ? "layer " : "layers ") + range();
  }

  private String range() {
    return LayerRange.text(layers).replace("-", "–").replace(",", ", ");
  }

  /** The vector with these layers alone. */
  SteeringVector of(SteeringVector whole) {
    return VectorFormat.withLayers(whole, layers::contains);
  }
}
