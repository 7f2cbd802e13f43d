package org.densesteer.steering.library;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.densesteer.steering.Operator;
import org.densesteer.steering.Steering;
import org.densesteer.steering.SteeringSum;
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

  /**
   * How a mix is to be used: part of what it is, unlike a recommendation for one of its sources.
   */
  private static final Set<String> USE =
      Set.of(
          VectorMetadata.RECOMMENDED_STRENGTH,
          VectorMetadata.POSITIONS,
          VectorMetadata.OPERATOR,
          VectorMetadata.GATE,
          VectorMetadata.GATE_PROBE,
          VectorMetadata.APPLIED_LAYERS);

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

  /**
   * The one vector that does what several steerings do together, with their layers, strengths,
   * positions, operator and gate in its metadata.
   *
   * @throws org.densesteer.common.FaultException when no single vector does the same, or the widths
   *     differ
   */
  public static SteeringVector mixed(String name, List<Steering> steerings, Instant made) {
    SteeringVector sum = SteeringSum.of(name, steerings);
    List<Steering> atWork = SteeringSum.atWork(steerings);
    String parts = atWork.stream().map(Combination::part).collect(Collectors.joining(" + "));
    String sources = names(atWork.stream().map(Steering::vector));
    VectorMetadata use = sum.metadata();
    SteeringVector told = told(sum, "mix: " + parts, sources, made);
    VectorMetadata metadata = told.metadata();
    for (String key : USE) {
      if (!use.get(key).isEmpty()) {
        metadata = metadata.with(key, use.get(key));
      }
    }
    return told.with(metadata);
  }

  private static String part(Steering steering) {
    String vector = steering.vector().name() + " at layer " + steering.layer();
    return steering.operator() == Operator.ABLATE
        ? vector
        : BigDecimal.valueOf(steering.strength()).stripTrailingZeros().toPlainString()
            + "·"
            + vector;
  }

  private static String sources(List<Term> terms) {
    return names(terms.stream().map(Term::vector));
  }

  private static String names(Stream<SteeringVector> vectors) {
    return vectors.map(SteeringVector::name).distinct().collect(Collectors.joining(", "));
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
