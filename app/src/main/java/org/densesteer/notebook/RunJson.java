package org.densesteer.notebook;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.densesteer.common.Json;
import org.densesteer.generation.Sampling;
import org.densesteer.metrics.StepMeasures;
import org.densesteer.steering.Step;
import org.jspecify.annotations.Nullable;

/**
 * Runs as JSON. What is said of tokens stands in lists of equal length, one value a token. Figures
 * that do not exist are null.
 */
public final class RunJson {

  private RunJson() {}

  /** A whole run. */
  public static ObjectNode of(Run run) {
    ObjectNode node = asked(run);
    ArrayNode arms = node.putArray("arms");
    run.arms().forEach(arm -> arms.add(of(arm)));
    if (run.floor() != null) {
      node.set(FloorJson.NAME, FloorJson.of(run.floor()));
    }
    return node;
  }

  /**
   * What was asked, and of each answer how it ended, in the same fields; without the text that the
   * model read, which follows from them unless it was given in tokens.
   */
  static ObjectNode settings(Run run) {
    ObjectNode node = asked(run);
    if (run.prompt().form() != RunPrompt.Form.IDS) {
      node.remove("prompt");
      node.remove("prompt_ids");
    }
    ArrayNode arms = node.putArray("arms");
    run.arms().forEach(arm -> arms.add(steered(arm)));
    return node;
  }

  private static ObjectNode asked(Run run) {
    ObjectNode node = Json.object();
    node.put("id", run.id()).put("made", run.made().toString()).put("made_by", run.madeBy());
    node.set("model", Json.SNAKE_CASE.valueToTree(run.model()));
    put(node, run.prompt());
    Sampling sampling = run.decoding().sampling();
    node.put("seed", sampling.seed());
    node.putObject("decoding")
        .put("temperature", sampling.temperature())
        .put("top_k", sampling.topK())
        .put("top_p", sampling.topP())
        .put("repetition_penalty", sampling.repetitionPenalty())
        .put("noise_version", run.decoding().noiseVersion())
        .put("max_tokens", run.decoding().maxTokens())
        .put("ignore_end_of_text", run.decoding().ignoreEndOfText());
    return node;
  }

  private static void put(ObjectNode node, RunPrompt prompt) {
    node.put("question", prompt.question());
    node.put("prompt_form", word(prompt.form()));
    if (prompt.system() != null) {
      node.put("system", prompt.system());
    }
    if (!prompt.variables().isEmpty()) {
      node.set("template_variables", Json.STRICT.valueToTree(prompt.variables()));
    }
    node.put("prompt", prompt.text());
    prompt.tokenIds().forEach(node.putArray("prompt_ids")::add);
    if (!prompt.gold().isEmpty()) {
      prompt.gold().forEach(node.putArray("gold")::add);
    }
  }

  /** One arm of a run. */
  public static ObjectNode of(RunArm arm) {
    ObjectNode node = steered(arm);
    node.put("text", arm.answer().text());
    put(node, arm.figures());
    figure(node, "tokens_per_second", arm.answer().tokensPerSecond());
    node.put("begins_in_block", arm.answer().beginsInBlock());
    TokenColumns.write(node, arm.answer());
    WordColumns.write(node, arm.words());
    return node;
  }

  private static ObjectNode steered(RunArm arm) {
    ObjectNode node = Json.object();
    node.put("name", arm.name());
    if (arm.steerings().size() == 1) {
      node.put("layer", arm.steerings().get(0).layer());
      node.put("strength", arm.steerings().get(0).strength());
    }
    put(node.putArray("steering"), arm.steerings());
    ArrayNode changes = node.putArray("changes");
    for (RunChange change : arm.changes()) {
      ObjectNode entry = changes.addObject().put("token", change.token());
      put(entry.putArray("steering"), change.steerings());
    }
    if (arm.prompt() != null) {
      put(node.putObject("own_prompt"), arm.prompt());
    }
    if (arm.keptFrom() != null) {
      node.put("kept_from", arm.keptFrom());
    }
    return node.put("stop", word(arm.answer().stopReason()))
        .put("repeats", arm.figures().repeats());
  }

  static void put(ArrayNode list, List<RunSteering> steerings) {
    for (RunSteering steering : steerings) {
      ObjectNode node = list.addObject();
      node.put("vector", steering.vector())
          .put("vector_sha256", steering.vectorHash())
          .put("layer", steering.layer())
          .put("strength", steering.strength())
          .put("positions", steering.positions().id())
          .put("operator", steering.operator().id());
      if (!steering.gate().constant()) {
        node.put("gate", steering.gate().text());
      }
      if (steering.gate().probe() != null) {
        node.put("probe_sha256", steering.gate().probe().hash());
      }
    }
  }

  private static void put(ObjectNode node, RunFigures figures) {
    node.setAll((ObjectNode) Json.SNAKE_CASE.valueToTree(figures.measures().answer()));
    FinalAnswer given = figures.given();
    node.put("answer", given.text());
    textIfAny(node, "answer_by_flexible_extract", given.byFlexibleExtract());
    textIfAny(node, "answer_by_math_release", given.byMathRelease());
    if (given.correct() != null) {
      node.put("correct", given.correct());
      node.put("correct_by_benchmark", given.correctByBenchmark());
    }
    if (figures.reasoning() != null) {
      node.set("reasoning", Json.SNAKE_CASE.valueToTree(figures.reasoning()));
    }
    ArrayNode steps = node.putArray("per_step");
    figures.measures().perStep().forEach(step -> put(steps.addObject(), step));
  }

  private static void put(ObjectNode node, StepMeasures measures) {
    Step step = measures.step();
    node.put("start", step.start()).put("end", step.end()).put("tokens", measures.tokens());
    figure(node, "nll_with_prompt", measures.nllWithPrompt());
    node.put("first_token", measures.firstToken()).put("last_token", measures.lastToken());
  }

  private static void textIfAny(ObjectNode node, String name, @Nullable String text) {
    if (text != null) {
      node.put(name, text);
    }
  }

  private static void figure(ObjectNode node, String name, double value) {
    node.put(name, Double.isFinite(value) ? value : null);
  }

  /** How files write a value of an enum. */
  public static String word(Enum<?> value) {
    return value.name().toLowerCase(java.util.Locale.ROOT);
  }

  /** The value of an enum that files write so. */
  static <E extends Enum<E>> E value(Class<E> type, String word) {
    return Enum.valueOf(type, word.toUpperCase(java.util.Locale.ROOT));
  }
}
