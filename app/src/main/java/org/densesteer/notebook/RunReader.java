package org.densesteer.notebook;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.densesteer.chat.TemplateVariables;
import org.densesteer.common.FaultException;
import org.densesteer.common.Json;
import org.densesteer.generation.Sampling;
import org.densesteer.generation.StopReason;
import org.densesteer.steering.Operator;
import org.densesteer.steering.Positions;
import org.jspecify.annotations.Nullable;

/** Reads what {@link RunJson} writes. Every fault says which field is wrong. */
final class RunReader {

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9-]{1,64}");
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
  private static final TypeReference<LinkedHashMap<String, @Nullable Object>> MAP =
      new TypeReference<>() {};

  private final Reading reading;

  RunReader(Reading reading) {
    this.reading = reading;
  }

  /**
   * A run.
   *
   * @param path where the node stands in its file
   * @throws FaultException when it is none
   */
  Run run(JsonNode node, String path) {
    Fields fields = new Fields(node, path, reading);
    String id = fields.text("id");
    if (!ID.matcher(id).matches()) {
      throw fields.fault("id", "letters, digits and hyphens");
    }
    List<RunArm> arms = new ArrayList<>();
    for (Fields arm : fields.objects("arms")) {
      arms.add(arm(arm, arms.size()));
    }
    Run run =
        new Run(
            id,
            fields.parsed("made", Instant::parse),
            fields.text("made_by"),
            model(fields.object("model")),
            prompt(fields),
            decoding(fields.whole("seed"), fields.object("decoding")),
            arms,
            fields.has(FloorJson.NAME) ? FloorJson.read(fields) : null);
    fields.end();
    return run;
  }

  private static RunModel model(Fields fields) {
    RunModel model =
        new RunModel(
            fields.text("id"),
            fields.text("source"),
            fields.text("fingerprint"),
            fields.text("precision"),
            fields.integer("layers"),
            fields.integer("hidden_size"),
            fields.integer("max_positions"));
    fields.end();
    return model;
  }

  private static RunPrompt prompt(Fields fields) {
    return new RunPrompt(
        fields.parsed("prompt_form", word -> RunJson.value(RunPrompt.Form.class, word)),
        fields.text("question"),
        fields.textOrNull("system"),
        fields.has("template_variables") ? variables(fields) : TemplateVariables.NONE,
        fields.text("prompt"),
        fields.integers("prompt_ids"),
        fields.has("gold") ? fields.texts("gold") : List.of());
  }

  private static TemplateVariables variables(Fields fields) {
    JsonNode node = fields.node("template_variables");
    if (!node.isObject()) {
      throw fields.fault("template_variables", "a JSON object");
    }
    Map<String, @Nullable Object> values = Json.STRICT.convertValue(node, MAP);
    return fields.made(() -> TemplateVariables.of(values));
  }

  private static RunDecoding decoding(long seed, Fields fields) {
    double temperature = fields.number("temperature");
    int topK = fields.integer("top_k");
    double topP = fields.number("top_p");
    double penalty = fields.number("repetition_penalty");
    RunDecoding decoding =
        new RunDecoding(
            fields.made(() -> new Sampling(temperature, topK, topP, penalty, seed)),
            fields.integer("noise_version"),
            fields.integer("max_tokens"),
            fields.flag("ignore_end_of_text"));
    fields.end();
    return decoding;
  }

  private static RunArm arm(Fields fields, int place) {
    String text = fields.text("text");
    List<RunSteering> steerings = steerings(fields);
    requireAgreement(fields, steerings);
    List<RunChange> changes = new ArrayList<>();
    for (Fields change : fields.objects("changes")) {
      changes.add(new RunChange(change.integer("token"), steerings(change)));
      change.end();
    }
    RunAnswer answer =
        new RunAnswer(
            TokenColumns.read(fields, place),
            text,
            fields.parsed("stop", word -> RunJson.value(StopReason.class, word)),
            fields.figures("token_nll_response_only"),
            fields.figure("tokens_per_second"),
            fields.flag("begins_in_block"));
    RunArm arm =
        new RunArm(
            fields.text("name"),
            fields.has("own_prompt") ? ownPrompt(fields.object("own_prompt")) : null,
            steerings,
            changes,
            answer,
            FiguresReader.figures(fields, text, answer.tokens().size()),
            fields.textOrNull("kept_from"),
            WordColumns.read(fields));
    fields.end();
    return arm;
  }

  private static RunPrompt ownPrompt(Fields fields) {
    RunPrompt prompt = prompt(fields);
    fields.end();
    return prompt;
  }

  /** What stands twice, for those who read it without us, must be the same. */
  private static void requireAgreement(Fields fields, List<RunSteering> steerings) {
    if (fields.has("layer")
        && (steerings.size() != 1 || steerings.get(0).layer() != fields.integer("layer"))) {
      throw fields.fault("layer", "the one of “steering”");
    }
    if (fields.has("strength")
        && (steerings.size() != 1 || steerings.get(0).strength() != fields.number("strength"))) {
      throw fields.fault("strength", "the one of “steering”");
    }
  }

  /** Runs of before there were gates have none. */
  private static RunGate gate(Fields fields) {
    String probe = fields.textOrNull("probe_sha256");
    if (probe != null && !HASH.matcher(probe).matches()) {
      throw fields.fault("probe_sha256", "64 hexadecimal digits");
    }
    return fields.has("gate")
        ? fields.parsed("gate", text -> RunGate.read(text, probe))
        : RunGate.CONSTANT;
  }

  static List<RunSteering> steerings(Fields fields) {
    List<RunSteering> steerings = new ArrayList<>();
    for (Fields each : fields.objects("steering")) {
      String hash = each.text("vector_sha256");
      if (!HASH.matcher(hash).matches()) {
        throw each.fault("vector_sha256", "64 hexadecimal digits");
      }
      steerings.add(
          new RunSteering(
              each.text("vector"),
              hash,
              each.integer("layer"),
              each.number("strength"),
              each.parsed("positions", Positions::parse),
              each.parsed("operator", Operator::parse),
              gate(each)));
      each.end();
    }
    return steerings;
  }
}
