package org.densesteer.evaluation.strip;

import java.util.List;
import org.densesteer.common.Cancellation;
import org.densesteer.common.FaultException;

/** Finds the edges of layers with a model. */
public final class Edges {

  private Edges() {}

  /**
   * The edge of every layer, in their order.
   *
   * @param sign 1 to push along the vector, −1 to push against it
   * @throws FaultException when the unsteered answers are not whole themselves
   * @throws java.util.concurrent.CancellationException when cancelled
   */
  public static List<Edge> find(
      StripRunner runner,
      StripSteering steering,
      List<Integer> layers,
      int sign,
      Cancellation cancellation) {
    StripRow baseline = runner.baseline(cancellation);
    if (!baseline.stands(baseline)) {
      throw new FaultException(
          "The unsteered answer is cut at the longest length allowed or repeats itself, so no"
              + " push can be told to break it; allow more tokens or ask another question.");
    }
    double[] norms = runner.hiddenNorms();
    return EdgeSearch.find(
            layers,
            tries ->
                runner.stand(
                    tries.stream()
                        .map(each -> steering.cell(each.layer(), sign * each.push(), norms))
                        .toList(),
                    baseline,
                    cancellation))
        .stream()
        .map(
            edge ->
                new Edge(
                    edge.layer(),
                    edge.whole(),
                    edge.broken(),
                    steering.cell(edge.layer(), sign * edge.whole(), norms).strength()))
        .toList();
  }
}
