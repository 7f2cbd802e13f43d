package org.densesteer.steering.library;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.densesteer.steering.SteeringVector;
import org.densesteer.steering.VectorMath;
import org.densesteer.steering.VectorMath.Term;
import org.densesteer.steering.VectorMetadata;

/**
 * New vectors made of others, which say what they were made of. What was true of the model stays;
 * what was recommended or measured for a source, such as its strength, is not claimed for the
 * result.
 */
public final class Combination {

  /** Metadata: names of the vectors it was made of, joined by commas. */
  public static final String SOURCES = "source_vectors";

  private static final Set<String> KEPT =
      Set.of(
          VectorMetadata.FORMAT_VERSION,
          VectorMetadata.MODEL_ID,
          VectorMetadata.MODEL_FINGERPRINT,
          VectorMetadata.HIDDEN_SIZE,
          VectorMetadata.HOOK,
          VectorMetadata.RECOMMENDED_LAYER);

  private Combination() {}

  /**
   * Σ wᵢ·vᵢ at every layer that one of them has.
   *
   * @throws org.densesteer.common.FaultException when there is no term, or the widths differ
   */
  public static SteeringVector weightedSum(String name, List<Term> terms, Instant made) {
    SteeringVector sum = VectorMath.weightedSum(name, terms);
    return told(sum, sum.metadata().get(VectorMetadata.METHOD), sources(terms), made);
  }

  /**
   * What {@code vector} says that {@code unwanted} does not: v − (v·û)·û.
   *
   * @throws org.densesteer.common.FaultException when the widths differ
   */
  public static SteeringVector projectedOut(
      String name, SteeringVector vector, SteeringVector unwanted, Instant made) {
    return told(
        VectorMath.projectOut(vector, unwanted).renamed(name),
        vector.name() + " with " + unwanted.name() + " projected out",
        vector.name() + ", " + unwanted.name(),
        made);
  }

  /** −v. */
  public static SteeringVector negated(String name, SteeringVector vector, Instant made) {
    return told(
        VectorMath.negate(vector).renamed(name), vector.name() + " negated", vector.name(), made);
  }

  /**
   * v times a factor at each layer.
   *
   * @param factors by 0-based decoder block; 1 where there is none
   */
  public static SteeringVector rescaled(
      String name, SteeringVector vector, Map<Integer, Double> factors, Instant made) {
    String changed =
        new TreeMap<>(factors)
            .entrySet().stream()
                .filter(entry -> vector.hasLayer(entry.getKey()) && entry.getValue() != 1)
                .map(entry -> entry.getKey() + ":" + entry.getValue())
                .collect(Collectors.joining(" "));
    return told(
        VectorMath.rescale(vector, factors).renamed(name),
        vector.name() + " rescaled by layer" + (changed.isEmpty() ? "" : ": " + changed),
        vector.name(),
        made);
  }

  private static String sources(List<Term> terms) {
    return terms.stream()
        .map(term -> term.vector().name())
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private static SteeringVector told(
      SteeringVector vector, String method, String sources, Instant made) {
    Map<String, String> kept = new TreeMap<>(vector.metadata().entries());
    kept.keySet().retainAll(KEPT);
    return vector.with(
        new VectorMetadata(kept)
            .with(VectorMetadata.METHOD, method)
            .with(SOURCES, sources)
            .with(VectorMetadata.CREATED, made));
  }
}
