package org.densesteer.model.checkpoint;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.densesteer.common.FaultException;
import org.jspecify.annotations.Nullable;

/**
 * How the makers of a checkpoint want it to answer: its {@code generation_config.json}.
 *
 * @param endOfText ids that end an answer
 * @param repetitionPenalty what transformers divides (or multiplies, where negative) the logits of
 *     tokens by that the prompt or the answer has already, greedy or not; 1 for none
 * @param sampled whether tokens are drawn
 * @param temperature as in transformers; null where the file does not say
 * @param topP as in transformers; null where the file does not say
 * @param topK as in transformers; null where the file does not say
 * @param unknown keys that could change an answer and are not followed, sorted
 */
public record GenerationDefaults(
    Set<Integer> endOfText,
    double repetitionPenalty,
    boolean sampled,
    @Nullable Double temperature,
    @Nullable Double topP,
    @Nullable Integer topK,
    List<String> unknown) {

  /** The makers say nothing. */
  public static final GenerationDefaults NONE =
      new GenerationDefaults(Set.of(), 1, false, null, null, null, List.of());

  private static final Set<String> KNOWN =
      Set.of(
          "_from_model_config",
          "bos_token_id",
          "eos_token_id",
          "pad_token_id",
          "repetition_penalty",
          "do_sample",
          "temperature",
          "top_p",
          "top_k",
          "transformers_version",
          "use_cache",
          "cache_implementation",
          "max_length",
          "max_new_tokens",
          "output_attentions",
          "output_hidden_states",
          "output_scores",
          "output_logits",
          "return_dict_in_generate");

  /** Keys with the value that changes nothing. */
  private static final Map<String, Double> NEUTRAL =
      Map.ofEntries(
          Map.entry("num_beams", 1.0),
          Map.entry("num_beam_groups", 1.0),
          Map.entry("num_return_sequences", 1.0),
          Map.entry("diversity_penalty", 0.0),
          Map.entry("length_penalty", 1.0),
          Map.entry("encoder_repetition_penalty", 1.0),
          Map.entry("no_repeat_ngram_size", 0.0),
          Map.entry("encoder_no_repeat_ngram_size", 0.0),
          Map.entry("min_length", 0.0),
          Map.entry("min_p", 0.0),
          Map.entry("typical_p", 1.0),
          Map.entry("top_h", 1.0),
          Map.entry("epsilon_cutoff", 0.0),
          Map.entry("eta_cutoff", 0.0),
          Map.entry("guidance_scale", 1.0));

  /** Freezes the collections. */
  public GenerationDefaults {
    endOfText = Set.copyOf(endOfText);
    unknown = List.copyOf(unknown);
  }

  /**
   * Reads a checkpoint folder's {@code generation_config.json}, if it has one, and what {@code
   * config.json} says of the end of a text.
   */
  static GenerationDefaults read(Path folder, ConfigValues config) {
    Path file = folder.resolve("generation_config.json");
    ConfigValues values = Files.isRegularFile(file) ? ConfigValues.read(file) : config.object("");
    Double penalty = positive(values, "repetition_penalty", file);
    return new GenerationDefaults(
        endOfText(values.has("eos_token_id") ? values : config),
        penalty == null ? 1 : penalty,
        values.flag("do_sample", false),
        positive(values, "temperature", file),
        positive(values, "top_p", file),
        values.has("top_k") ? (Integer) values.node().get("top_k").asInt() : null,
        unknown(values));
  }

  private static @Nullable Double positive(ConfigValues values, String key, Path file) {
    if (!values.has(key)) {
      return null;
    }
    double value = values.node().get(key).asDouble(Double.NaN);
    if (!(value >= 0) || Double.isInfinite(value) || value == 0 && key.startsWith("rep")) {
      throw new FaultException(
          "In "
              + file
              + " the value of "
              + key
              + " must be a positive number, not "
              + values.node().get(key)
              + ".");
    }
    return value;
  }

  private static Set<Integer> endOfText(ConfigValues values) {
    JsonNode ids = values.node().path("eos_token_id");
    Set<Integer> found = new LinkedHashSet<>();
    if (ids.isIntegralNumber()) {
      found.add(ids.intValue());
    }
    ids.forEach(id -> found.add(id.asInt()));
    return found;
  }

  private static List<String> unknown(ConfigValues values) {
    Set<String> unknown = new TreeSet<>();
    values
        .node()
        .properties()
        .forEach(
            entry -> {
              if (!KNOWN.contains(entry.getKey()) && says(entry.getKey(), entry.getValue())) {
                unknown.add(entry.getKey());
              }
            });
    return List.copyOf(unknown);
  }

  private static boolean says(String key, JsonNode value) {
    boolean off = value.isNull() || value.isBoolean() && !value.asBoolean();
    Double neutral = NEUTRAL.get(key);
    return !off && !(neutral != null && value.asDouble(Double.NaN) == neutral);
  }
}
