package org.densesteer.evaluation.results;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.densesteer.common.Json;
import org.densesteer.evaluation.plan.AnswerKey;
import org.densesteer.evaluation.plan.SweepArm;
import org.densesteer.metrics.ReasoningMeasures;
import org.jspecify.annotations.Nullable;

/** Answers as lines of JSON. */
public final class AnswerJson {

  private AnswerJson() {}

  /**
   * One line, without its end.
   *
   * @param plan hash of the plan that the answer belongs to
   */
  public static String line(SweepAnswer answer, String plan) {
    SweepArm arm = answer.key().arm();
    ObjectNode line = Json.object();
    line.put("plan", plan).put("arm", arm.name()).put("layer", arm.layer());
    line.put("strength", arm.strength()).put("problem", answer.key().problem());
    line.put("correct", answer.correct()).put("answer", answer.predicted());
    line.put("steps", answer.steps()).put("tokens", answer.tokens());
    line.put("density", figure(answer.density()));
    line.put("nll_with_prompt", figure(answer.nllWithPrompt()));
    line.put("nll_response_only", figure(answer.nllResponseOnly()));
    line.put("generated", answer.generated());
    line.put("repetition", answer.repetition()).put("truncated", answer.truncated());
    if (answer.correctByBenchmark() != null) {
      line.put("correct_by_benchmark", answer.correctByBenchmark());
    }
    @Nullable ReasoningMeasures reasoning = answer.reasoning();
    if (reasoning != null) {
      ReasoningJson.write(line.putObject("reasoning"), reasoning);
    }
    line.put("text", answer.text());
    return line.toString();
  }

  /** Reads a line; empty when it is not an answer of this plan. */
  public static Optional<SweepAnswer> read(String line, String plan) {
    try {
      JsonNode node = Json.LENIENT.readTree(line);
      return node.path("plan").asText().equals(plan) && complete(node)
          ? Optional.of(answer(node))
          : Optional.empty();
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  private static boolean complete(JsonNode node) {
    return node.path("arm").isTextual()
        && node.path("strength").isNumber()
        && node.path("problem").isTextual()
        && node.path("correct").isBoolean()
        && node.path("steps").isInt()
        && node.path("tokens").isInt()
        && node.path("generated").isInt()
        && node.path("text").isTextual();
  }

  private static SweepAnswer answer(JsonNode node) {
    @Nullable Integer layer = node.path("layer").isInt() ? node.get("layer").intValue() : null;
    SweepArm arm =
        new SweepArm(node.get("arm").textValue(), layer, node.get("strength").doubleValue());
    return new SweepAnswer(
        new AnswerKey(arm, node.get("problem").textValue()),
        node.get("text").textValue(),
        node.path("answer").textValue(),
        node.get("correct").booleanValue(),
        node.get("steps").intValue(),
        node.get("tokens").intValue(),
        figure(node.path("density")),
        figure(node.path("nll_with_prompt")),
        figure(node.path("nll_response_only")),
        node.get("generated").intValue(),
        node.path("repetition").booleanValue(),
        node.path("truncated").booleanValue(),
        node.path("correct_by_benchmark").isBoolean()
            ? node.get("correct_by_benchmark").booleanValue()
            : null,
        node.path("reasoning").isObject() ? ReasoningJson.read(node.get("reasoning")) : null);
  }

  private static @Nullable Double figure(double value) {
    return Double.isFinite(value) ? value : null;
  }

  private static double figure(JsonNode node) {
    return node.isNumber() ? node.doubleValue() : Double.NaN;
  }
}
