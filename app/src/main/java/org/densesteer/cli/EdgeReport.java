package org.densesteer.cli;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.stream.Collectors;
import org.densesteer.common.Texts;
import org.densesteer.evaluation.strip.Edge;
import org.densesteer.steering.Gate;
import org.jspecify.annotations.Nullable;

/**
 * What {@code strip --edge} prints.
 *
 * @param gate how strengths followed the answers; null where they did not
 * @param edges by layer
 */
record EdgeReport(@JsonInclude(NON_NULL) @Nullable String gate, List<Edge> edges) {

  static EdgeReport of(List<Edge> edges, Gate gate) {
    return new EdgeReport(gate.constant() ? null : gate.text(), edges);
  }

  static String readable(List<Edge> edges) {
    return edges.stream().map(EdgeReport::line).collect(Collectors.joining("\n"));
  }

  private static String line(Edge edge) {
    String whole =
        edge.whole() == 0
            ? "breaks"
            : Texts.of("whole up to %.1f %% (λ %.4g)", 100 * edge.whole(), edge.strength());
    String broken =
        Double.isNaN(edge.broken())
            ? ", the largest push tried"
            : Texts.of("%s at %.1f %%", edge.whole() == 0 ? "" : ", breaks", 100 * edge.broken());
    return Texts.of("layer %2d  %s%s", edge.layer(), whole, broken);
  }
}
