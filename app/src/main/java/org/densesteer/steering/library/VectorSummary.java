package org.densesteer.steering.library;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
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

  /** Such as {@code 28 (0–27)}, {@code 1 (5)}, or {@code 3 of 2–9} where some in between lack. */
  public String layersText() {
    int count = norms.size();
    int first = norms.firstKey();
    int last = norms.lastKey();
    if (count == 1) {
      return "1 (" + first + ")";
    }
    return last - first + 1 == count
        ? "%d (%d–%d)".formatted(count, first, last)
        : "%d of %d–%d".formatted(count, first, last);
  }
}
