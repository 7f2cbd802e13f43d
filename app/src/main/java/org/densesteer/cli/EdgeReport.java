package org.densesteer.cli;

import java.util.List;
import java.util.stream.Collectors;
import org.densesteer.common.Texts;
import org.densesteer.evaluation.strip.Edge;

/**
 * What {@code strip --edge} prints.
 *
 * @param edges by layer
 */
record EdgeReport(List<Edge> edges) {

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
