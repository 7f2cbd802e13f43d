package org.densesteer.steering.library;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.densesteer.common.Texts;
import org.densesteer.steering.SteeringVector;
import org.densesteer.steering.VectorMetadata;

/**
 * A vector without its values, for lists.
 *
 * @param hiddenSize width of its directions
 * @param norms Euclidean norm ‖v‖ by 0-based decoder block, ascending, not empty
 * @param metadata what its file says
 */
public record VectorSummary(
    int hiddenSize, SortedMap<Integer, Double> norms, VectorMetadata metadata) {

  private static final int MOST_LISTED = 3;

  /** Freezes the norms. */
  public VectorSummary {
    norms = Collections.unmodifiableSortedMap(new TreeMap<>(norms));
  }

  /** Sums a vector up. */
  public static VectorSummary of(SteeringVector vector) {
    SortedMap<Integer, Double> norms = new TreeMap<>();
    vector.directions().keySet().forEach(layer -> norms.put(layer, vector.norm(layer)));
    return new VectorSummary(vector.hiddenSize(), norms, vector.metadata());
  }

  /** The model it was made with, or an empty string. */
  public String model() {
    return metadata.get(VectorMetadata.MODEL_ID);
  }

  /** How it was made, or an empty string. */
  public String method() {
    return metadata.get(VectorMetadata.METHOD);
  }

  /** The layers in a sentence: {@code layers 0–27}, {@code layer 5} or {@code layers 3, 5}. */
  public String layersWords() {
    int count = norms.size();
    int first = norms.firstKey();
    int last = norms.lastKey();
    if (count == 1) {
      return "layer " + first;
    }
    if (last - first + 1 == count) {
      return Texts.of("layers %d–%d", first, last);
    }
    return count <= MOST_LISTED
        ? "layers " + listed()
        : Texts.of("%d layers of %d–%d", count, first, last);
  }

  private String listed() {
    return norms.keySet().stream().map(String::valueOf).collect(Collectors.joining(", "));
  }

  /**
   * Such as {@code 28 (0–27)} or {@code 1 (5)}; {@code 2 (3, 5)} or {@code 9 of 2–20} where some in
   * between lack.
   */
  public String layersText() {
    int count = norms.size();
    int first = norms.firstKey();
    int last = norms.lastKey();
    if (count == 1) {
      return "1 (" + first + ")";
    }
    if (last - first + 1 == count) {
      return Texts.of("%d (%d–%d)", count, first, last);
    }
    return count <= MOST_LISTED
        ? Texts.of("%d (%s)", count, listed())
        : Texts.of("%d of %d–%d", count, first, last);
  }
}
