package org.densesteer.steering;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.densesteer.common.FaultException;
import org.densesteer.common.Texts;

/**
 * Combines steering vectors layer by layer. Pure functions; sums are taken in double precision and
 * rounded once. Metadata is kept, except that the method says what was done.
 */
public final class VectorMath {

  /** Share of a norm that is rounding of float32 values (24 bits) and no direction. */
  private static final double ROUNDING = 1e-6;

  private VectorMath() {}

  /** One term of a weighted sum. */
  public record Term(double weight, SteeringVector vector) {}

  /** What becomes of the direction of a 0-based decoder block. */
  @FunctionalInterface
  private interface LayerFunction {
    float[] apply(int layer, float[] direction);
  }

  /**
   * Σ wᵢ·vᵢ. A layer that a vector lacks counts as zero there. Metadata on which all vectors agree
   * is kept.
   *
   * @throws FaultException when there is no term, or the widths differ
   */
  public static SteeringVector weightedSum(String name, List<Term> terms) {
    if (terms.isEmpty()) {
      throw new FaultException("A sum of vectors needs at least one vector.");
    }
    SteeringVector first = terms.get(0).vector();
    SortedMap<Integer, double[]> sums = new TreeMap<>();
    StringBuilder method = new StringBuilder("weighted sum:");
    for (Term term : terms) {
      requireSameWidth(first, term.vector());
      method.append(' ').append(term.weight()).append('·').append(term.vector().name());
      term.vector()
          .directions()
          .forEach(
              (layer, direction) -> {
                double[] sum =
                    sums.computeIfAbsent(layer, missing -> new double[first.hiddenSize()]);
                for (int i = 0; i < sum.length; i++) {
                  sum[i] += term.weight() * direction[i];
                }
              });
    }
    SortedMap<Integer, float[]> directions = new TreeMap<>();
    sums.forEach((layer, sum) -> directions.put(layer, rounded(sum)));
    return new SteeringVector(
        name,
        first.hiddenSize(),
        directions,
        commonMetadata(terms).with(VectorMetadata.METHOD, method));
  }

  private static VectorMetadata commonMetadata(List<Term> terms) {
    Map<String, String> common = new TreeMap<>(terms.get(0).vector().metadata().entries());
    for (Term term : terms) {
      common.entrySet().retainAll(term.vector().metadata().entries().entrySet());
    }
    return new VectorMetadata(common);
  }

  /** factor·v at every layer. */
  public static SteeringVector scale(SteeringVector vector, double factor) {
    return map(vector, (layer, direction) -> scaled(direction, factor));
  }

  /** −v: the flipped sign, a placebo for the direction. */
  public static SteeringVector negate(SteeringVector vector) {
    return scale(vector, -1);
  }

  /** v times a factor of each layer's own; layers without a factor stay as they are. */
  public static SteeringVector rescale(SteeringVector vector, Map<Integer, Double> factors) {
    return map(vector, (layer, direction) -> scaled(direction, factors.getOrDefault(layer, 1.0)));
  }

  /** v/‖v‖ at every layer; a zero direction stays zero. */
  public static SteeringVector unitNormalise(SteeringVector vector) {
    return withNorms(vector, layer -> 1);
  }

  /** v scaled at every layer to the norm wanted there; a zero direction stays zero. */
  public static SteeringVector withNorms(SteeringVector vector, ToDoubleFunction<Integer> wanted) {
    return map(vector, (layer, direction) -> toNorm(direction, wanted.applyAsDouble(layer)));
  }

  /**
   * v − (v·û)·û with û = u/‖u‖, at every layer that both have and where u is not zero: what v says
   * that u does not. Other layers stay as they are.
   *
   * @throws FaultException when the widths differ
   */
  public static SteeringVector projectOut(SteeringVector vector, SteeringVector unwanted) {
    requireSameWidth(vector, unwanted);
    SteeringVector rest = map(vector, (layer, direction) -> without(direction, unwanted, layer));
    String method = vector.metadata().get(VectorMetadata.METHOD);
    return described(
        rest, (method.isEmpty() ? vector.name() : method) + " without " + unwanted.name());
  }

  private static float[] without(float[] direction, SteeringVector unwanted, int layer) {
    double norm = unwanted.norm(layer);
    if (norm == 0) {
      return direction;
    }
    float[] other = unwanted.direction(layer);
    double factor = dot(direction, other) / norm / norm;
    double[] rest = new double[direction.length];
    for (int i = 0; i < rest.length; i++) {
      rest[i] = direction[i] - factor * other[i];
    }
    float[] left = rounded(rest);
    // What rounding leaves of two parallel directions points anywhere, and would become a vector.
    return SteeringVector.norm(left) > ROUNDING * SteeringVector.norm(direction)
        ? left
        : new float[left.length];
  }

  /** cos(a, b) in −1..1; 0 when one of them is zero. */
  public static double cosine(float[] a, float[] b) {
    double norms = SteeringVector.norm(a) * SteeringVector.norm(b);
    return norms == 0 ? 0 : Math.max(-1, Math.min(1, dot(a, b) / norms));
  }

  private static double dot(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (double) a[i] * b[i];
    }
    return sum;
  }

  private static float[] toNorm(float[] direction, double wanted) {
    double norm = SteeringVector.norm(direction);
    return norm == 0 ? direction : scaled(direction, wanted / norm);
  }

  private static float[] scaled(float[] direction, double factor) {
    float[] result = new float[direction.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = (float) (factor * direction[i]);
    }
    return result;
  }

  private static float[] rounded(double[] values) {
    float[] result = new float[values.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = (float) values[i];
    }
    return result;
  }

  private static SteeringVector map(SteeringVector vector, LayerFunction function) {
    SortedMap<Integer, float[]> directions = new TreeMap<>();
    vector
        .directions()
        .forEach((layer, direction) -> directions.put(layer, function.apply(layer, direction)));
    return new SteeringVector(vector.name(), vector.hiddenSize(), directions, vector.metadata());
  }

  private static SteeringVector described(SteeringVector vector, String method) {
    return vector.with(vector.metadata().with(VectorMetadata.METHOD, method));
  }

  private static void requireSameWidth(SteeringVector a, SteeringVector b) {
    if (a.hiddenSize() != b.hiddenSize()) {
      throw new FaultException(
          Texts.of(
              "The vectors %s and %s do not fit together: one is %d wide, the other %d.",
              a.name(), b.name(), a.hiddenSize(), b.hiddenSize()));
    }
  }
}
