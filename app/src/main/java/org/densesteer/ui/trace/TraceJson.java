package org.densesteer.ui.trace;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.densesteer.common.Json;
import org.densesteer.generation.TokenEvent;
import org.densesteer.metrics.AnswerMeasures;
import org.densesteer.metrics.ReasoningMeasures;
import org.densesteer.steering.Steering;

/** An arm's response as JSON, for the clipboard. Values that are not known are null. */
final class TraceJson {

  private TraceJson() {}

  static String of(ArmViewModel arm) {
    AnswerMeasures measures = arm.measuresProperty().get();
    ObjectNode root = Json.object();
    root.put("name", arm.name());
    ArrayNode steerings = root.putArray("steering");
    arm.steeringsProperty().get().forEach(steering -> add(steerings.addObject(), steering));
    if (!arm.variables().isEmpty()) {
      root.putPOJO("template_variables", arm.variables());
    }
    root.put("text", arm.response().text());
    root.put("steps", measures.steps());
    root.put("tokens", measures.tokens());
    number(root, "density", measures.density());
    number(root, "nll_with_prompt", measures.nllWithPrompt());
    number(root, "nll_response_only", measures.nllResponseOnly());
    GivenAnswer answer = arm.answerProperty().get();
    root.put("answer", answer == null ? "" : answer.text());
    if (answer != null && answer.disputed()) {
      root.put("correct_by_benchmark", answer.verdict() != Verdict.RIGHT);
    }
    ReasoningMeasures reasoning = arm.reasoningProperty().get();
    if (reasoning != null) {
      root.set("reasoning", Json.SNAKE_CASE.valueToTree(reasoning));
    }
    root.put("state", arm.stateProperty().get().name());
    ArrayNode tokens = root.putArray("response_tokens");
    arm.response().tokens().forEach(token -> add(tokens.addObject(), token));
    return Json.text(Json.PRETTY, root);
  }

  private static void add(ObjectNode node, Steering steering) {
    node.put("vector", steering.vector().name());
    node.put("layer", steering.layer());
    number(node, "strength", steering.strength());
    node.put("operator", steering.operator().id());
    node.put("positions", steering.positions().id());
  }

  private static void add(ObjectNode node, TokenEvent token) {
    node.put("id", token.tokenId());
    node.put("text", token.text());
    number(node, "nll", token.nll());
    number(node, "probability", token.probability());
    node.put("rank", token.rank());
    number(node, "kl", token.kl());
    number(node, "alignment", token.alignment());
    number(node, "push", token.push());
    number(node, "strength", token.strength());
    ArrayNode alternatives = node.putArray("alternatives");
    token
        .alternatives()
        .forEach(
            other ->
                alternatives
                    .addObject()
                    .put("id", other.tokenId())
                    .put("text", other.text())
                    .put("probability", other.probability()));
  }

  private static void number(ObjectNode node, String field, double value) {
    if (Double.isFinite(value)) {
      node.put(field, value);
    } else {
      node.putNull(field);
    }
  }
}
