package org.densesteer.model.checkpoint;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Set;
import org.densesteer.common.FaultException;
import org.densesteer.common.Json;
import org.densesteer.common.Texts;
import org.jspecify.annotations.Nullable;

/** Reads {@code config.json} in both styles that transformers has written, and refuses by name. */
final class ConfigReader {

  private static final Set<String> FAMILIES = Set.of("qwen2", "qwen3", "llama", "mistral");
  private static final Set<String> WITH_QKV_BIAS = Set.of("qwen2");
  private static final long MAX_JSON_BYTES = 16L << 20;

  /** No dimension of any model comes near; products of two fit into 64 bits. */
  private static final int LARGEST = 1 << 28;

  private final JsonNode root;
  private final Path file;

  private ConfigReader(JsonNode root, Path file) {
    this.root = root;
    this.file = file;
  }

  static ModelConfig read(Path file) {
    return new ConfigReader(json(file), file).config();
  }

  /** A JSON file of modest size. */
  static JsonNode json(Path file) {
    return Json.read(file, MAX_JSON_BYTES);
  }

  private ModelConfig config() {
    String family = root.path("model_type").asText("");
    if (!FAMILIES.contains(family)) {
      throw refuse("the model type '" + family + "' is not one of the supported " + sorted());
    }
    refuseUnsupported(family);
    int hidden = positive("hidden_size");
    int heads = positive("num_attention_heads");
    int kvHeads = root.hasNonNull("num_key_value_heads") ? positive("num_key_value_heads") : heads;
    int headDim = root.hasNonNull("head_dim") ? positive("head_dim") : hidden / heads;
    if (heads % kvHeads != 0 || headDim == 0 || headDim % 2 != 0 || LARGEST / heads < headDim) {
      throw refuse(
          Texts.of(
              "%d heads with %d key/value heads of width %d do not fit together",
              heads, kvHeads, headDim));
    }
    boolean bias =
        root.hasNonNull("attention_bias")
            ? root.get("attention_bias").asBoolean()
            : WITH_QKV_BIAS.contains(family);
    if (bias && !WITH_QKV_BIAS.contains(family)) {
      throw refuse("attention_bias is not supported for the family '" + family + "'");
    }
    return new ModelConfig(
        family,
        hidden,
        positive("num_hidden_layers"),
        heads,
        kvHeads,
        headDim,
        positive("intermediate_size"),
        positive("vocab_size"),
        positive("max_position_embeddings"),
        number(root, "rms_norm_eps", 1e-6),
        rope(),
        root.path("tie_word_embeddings").asBoolean(false),
        bias,
        family.equals("qwen3"));
  }

  private void refuseUnsupported(String family) {
    if (root.hasNonNull("quantization_config")) {
      throw refuse("its weights are quantised, which is not supported");
    }
    String activation = root.path("hidden_act").asText("silu");
    if (!activation.equals("silu")) {
      throw refuse("the activation '" + activation + "' is not supported");
    }
    if (root.path("mlp_bias").asBoolean(false)) {
      throw refuse("mlp_bias is not supported");
    }
    if (slidingWindowInUse(family)) {
      throw refuse("it uses a sliding attention window, which is not supported");
    }
  }

  /** Only Mistral uses a window that is merely given; Llama knows none. */
  private boolean slidingWindowInUse(String family) {
    for (JsonNode type : root.path("layer_types")) {
      if (!type.asText().equals("full_attention")) {
        return true;
      }
    }
    if (root.has("layer_types") || !root.hasNonNull("sliding_window")) {
      return false;
    }
    return root.path("use_sliding_window").asBoolean(family.equals("mistral"))
        && root.path("sliding_window").asLong() < root.path("max_position_embeddings").asLong();
  }

  private Rope rope() {
    JsonNode parameters = root.path("rope_parameters");
    JsonNode scaling = parameters.isObject() ? parameters : root.path("rope_scaling");
    double theta = number(parameters, "rope_theta", number(root, "rope_theta", 10_000));
    String type = scaling.path("rope_type").asText(scaling.path("type").asText("default"));
    return switch (type) {
      case "default" -> new Rope(theta, null);
      case "llama3" ->
          new Rope(
              theta,
              new Rope.Llama3Scaling(
                  required(scaling, "factor"),
                  required(scaling, "low_freq_factor"),
                  required(scaling, "high_freq_factor"),
                  required(scaling, "original_max_position_embeddings")));
      default -> throw refuse("the rope type '" + type + "' is not supported");
    };
  }

  private double required(JsonNode node, String name) {
    double value = number(node, name, Double.NaN);
    if (Double.isNaN(value)) {
      throw refuse("the rope scaling lacks " + name);
    }
    return value;
  }

  private double number(@Nullable JsonNode node, String name, double otherwise) {
    JsonNode value = node == null ? null : node.get(name);
    if (value == null || value.isNull()) {
      return otherwise;
    }
    if (!value.isNumber() || !(value.doubleValue() > 0) || Double.isInfinite(value.doubleValue())) {
      throw refuse(name + " must be a positive number, not " + value);
    }
    return value.doubleValue();
  }

  private int positive(String name) {
    if (!root.hasNonNull(name)) {
      throw refuse("it lacks " + name);
    }
    JsonNode value = root.get(name);
    int number = value.isIntegralNumber() && value.canConvertToInt() ? value.intValue() : 0;
    if (number < 1 || number > LARGEST) {
      throw refuse(
          Texts.of("%s must be a whole number from 1 to %d, not %s", name, LARGEST, value));
    }
    return number;
  }

  private FaultException refuse(String why) {
    return new FaultException("The checkpoint " + file + " cannot be run: " + why + ".");
  }

  private static String sorted() {
    return FAMILIES.stream().sorted().toList().toString();
  }
}
