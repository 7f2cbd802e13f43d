package org.densesteer.evaluation.results;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.densesteer.metrics.PartMeasures;
import org.densesteer.metrics.ReasoningMeasures;
import org.jspecify.annotations.Nullable;

/** Figures of reasoning blocks in a journal's line. */
final class ReasoningJson {

  private ReasoningJson() {}

  static void write(ObjectNode node, ReasoningMeasures reasoning) {
    node.put("closed", reasoning.closed());
    write(node.putObject("block"), reasoning.block());
    write(node.putObject("answer"), reasoning.answer());
  }

  private static void write(ObjectNode node, PartMeasures part) {
    node.put("steps", part.steps()).put("tokens", part.tokens()).put("density", part.density());
    node.put("generated", part.generated());
    node.put("nll_with_prompt", figure(part.nllWithPrompt()));
    node.put("nll_response_only", figure(part.nllResponseOnly()));
  }

  static ReasoningMeasures read(JsonNode node) {
    return new ReasoningMeasures(
        part(node.path("block")), part(node.path("answer")), node.path("closed").booleanValue());
  }

  private static PartMeasures part(JsonNode node) {
    return new PartMeasures(
        node.path("steps").intValue(),
        node.path("tokens").intValue(),
        node.path("density").doubleValue(),
        node.path("generated").intValue(),
        figure(node.path("nll_with_prompt")),
        figure(node.path("nll_response_only")));
  }

  private static @Nullable Double figure(double value) {
    return Double.isFinite(value) ? value : null;
  }

  private static double figure(JsonNode node) {
    return node.isNumber() ? node.doubleValue() : Double.NaN;
  }
}
