package org.densesteer.steering;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.densesteer.common.FaultException;
import org.densesteer.common.Texts;
import org.densesteer.steering.VectorMath.Term;

/**
 * The one vector that does what several steerings do together. At every layer it is Σ λᵢ·vᵢ over
 * the steerings of that layer, to be used with strength 1 at all its layers at once.
 */
public final class SteeringSum {

  private SteeringSum() {}

  /** The steerings that change anything, in their order. */
  public static List<Steering> atWork(List<Steering> steerings) {
    return steerings.stream().filter(Steering::active).toList();
  }

  /**
   * Why no single vector does the same, one sentence; empty when one does. Plain additions at one
   * layer are one addition; other operators act one after the other, so that no single direction
   * stands for two of them.
   */
  public static Optional<String> obstacle(List<Steering> steerings) {
    List<Steering> atWork = atWork(steerings);
    if (atWork.isEmpty()) {
      return Optional.of(
          "No vector is at work, so there is nothing to sum; give one a strength other than 0.");
    }
    Steering first = atWork.get(0);
    Set<Integer> layers = new HashSet<>();
    for (Steering each : atWork) {
      if (each.operator() != first.operator()) {
        return Optional.of(
            Texts.of(
                "%s works by “%s” and %s by “%s”, so no single vector does the same; choose one operator for both.",
                first.vector().name(),
                first.operator().words(),
                each.vector().name(),
                each.operator().words()));
      }
      if (!each.positions().equals(first.positions())) {
        return Optional.of(
            Texts.of(
                "%s and %s steer different positions, so no single vector does the same.",
                first.vector().name(), each.vector().name()));
      }
      if (!each.gate().equals(first.gate())) {
        return Optional.of(
            Texts.of(
                "%s and %s have different gates, so no single vector does the same.",
                first.vector().name(), each.vector().name()));
      }
      if (!layers.add(each.layer()) && each.operator() != Operator.ADD) {
        return Optional.of(
            Texts.of(
                "Two vectors at layer %d work by “%s” one after the other, so no single vector does the same; let them add, or use different layers.",
                each.layer(), each.operator().words()));
      }
    }
    return Optional.empty();
  }

  /**
   * That vector. Metadata on which all vectors agree is kept; layer, strength, positions, operator
   * and gate are those of the sum.
   *
   * @throws FaultException when there is none, with the sentence of {@link #obstacle}, or when the
   *     widths differ
   */
  public static SteeringVector of(String name, List<Steering> steerings) {
    obstacle(steerings)
        .ifPresent(
            sentence -> {
              throw new FaultException(sentence);
            });
    List<Steering> atWork = atWork(steerings);
    SteeringVector sum =
        VectorMath.weightedSum(name, atWork.stream().map(SteeringSum::term).toList());
    return sum.with(metadata(sum, atWork));
  }

  private static Term term(Steering steering) {
    SteeringVector whole = steering.vector();
    TreeMap<Integer, float[]> one = new TreeMap<>();
    one.put(steering.layer(), whole.direction(steering.layer()));
    return new Term(
        steering.operator() == Operator.ABLATE ? 1 : steering.strength(),
        new SteeringVector(
            whole.name() + " at layer " + steering.layer(),
            whole.hiddenSize(),
            one,
            whole.metadata()));
  }

  private static VectorMetadata metadata(SteeringVector sum, List<Steering> atWork) {
    int strongest =
        sum.directions().keySet().stream()
            .reduce((a, b) -> sum.norm(b) > sum.norm(a) ? b : a)
            .orElseThrow();
    VectorMetadata metadata =
        sum.metadata()
            .with(VectorMetadata.RECOMMENDED_LAYER, strongest)
            .with(VectorMetadata.RECOMMENDED_STRENGTH, 1)
            .with(VectorMetadata.POSITIONS, atWork.get(0).positions().id())
            .with(VectorMetadata.OPERATOR, atWork.get(0).operator().id());
    metadata = VectorGate.with(metadata, atWork.get(0).gate());
    return sum.directions().size() == 1
        ? metadata
        : metadata.with(VectorMetadata.APPLIED_LAYERS, VectorMetadata.ALL);
  }
}
