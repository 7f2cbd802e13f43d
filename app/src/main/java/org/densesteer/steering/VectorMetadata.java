package org.densesteer.steering;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * What a vector file says about itself: string to string, with names for the entries that the
 * workbench knows.
 *
 * @param entries all entries, sorted by name
 */
public record VectorMetadata(Map<String, String> entries) {

  /** Version of our own safetensors layout. */
  public static final String FORMAT_VERSION = "format_version";

  /** The model the vector was made with, as its folder or repository is called. */
  public static final String MODEL_ID = "model_id";

  /** Fingerprint of that model's weights. */
  public static final String MODEL_FINGERPRINT = "model_fingerprint";

  /** Width of the hidden states. */
  public static final String HIDDEN_SIZE = "hidden_size";

  /** Where the vector is added; always {@code decoder_block_output}. */
  public static final String HOOK = "hook";

  /** 0-based decoder block that the maker recommends. */
  public static final String RECOMMENDED_LAYER = "recommended_layer";

  /** Strength λ that the maker recommends. */
  public static final String RECOMMENDED_STRENGTH = "recommended_strength";

  /** Positions that are steered, as {@link Positions#id()} calls them. */
  public static final String POSITIONS = "positions";

  /** How a direction meets the hidden state, as {@link Operator#id()} calls it. */
  public static final String OPERATOR = "operator";

  /**
   * {@link #ALL} when the vector is made to be added at every one of its layers at once, as a mix
   * is; otherwise one layer is steered.
   */
  public static final String APPLIED_LAYERS = "applied_layers";

  /** Every one of them. */
  public static final String ALL = "all";

  /** The gate that goes with the strength, as {@link GateText} reads it; see {@link VectorGate}. */
  public static final String GATE = "gate";

  /** Direction of a cosine gate's probe; see {@link VectorGate}. */
  public static final String GATE_PROBE = "gate_probe";

  /** How the vector was extracted. */
  public static final String METHOD = "method";

  /** User turn that the pairs' questions were put into, with {@code {question}} in their place. */
  public static final String PROMPT_TEMPLATE = "prompt_template";

  /** JSON object of the variables that the chat template was given for the pairs' prompts. */
  public static final String TEMPLATE_VARIABLES = "template_variables";

  /** Number of contrastive pairs. */
  public static final String PAIR_COUNT = "pair_count";

  /** When the vector was made, ISO 8601. */
  public static final String CREATED = "created";

  /** Nothing known. */
  public static final VectorMetadata EMPTY = new VectorMetadata(Map.of());

  /** Sorts and freezes the entries. */
  public VectorMetadata {
    entries = Collections.unmodifiableMap(new TreeMap<>(entries));
  }

  /** A copy in which {@code key} has this value. */
  public VectorMetadata with(String key, Object value) {
    Map<String, String> copy = new TreeMap<>(entries);
    copy.put(key, String.valueOf(value));
    return new VectorMetadata(copy);
  }

  /** The entry, or an empty string. */
  public String get(String key) {
    return entries.getOrDefault(key, "");
  }

  /** Recommended 0-based decoder block; empty when absent or not a number. */
  public OptionalInt recommendedLayer() {
    try {
      return OptionalInt.of(Integer.parseInt(get(RECOMMENDED_LAYER)));
    } catch (NumberFormatException e) {
      return OptionalInt.empty();
    }
  }

  /** Whether the vector is made to be added at every one of its layers at once. */
  public boolean appliesEveryLayer() {
    return get(APPLIED_LAYERS).equals(ALL);
  }

  /** Positions that the maker steers; empty when absent or none that are known. */
  public Optional<Positions> positions() {
    return Positions.named(get(POSITIONS));
  }

  /** Operator that the maker uses; empty when absent or none that is known. */
  public Optional<Operator> operator() {
    return Operator.named(get(OPERATOR));
  }

  /** Recommended strength λ; empty when absent or not a finite number. */
  public OptionalDouble recommendedStrength() {
    try {
      double value = Double.parseDouble(get(RECOMMENDED_STRENGTH));
      return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    } catch (NumberFormatException e) {
      return OptionalDouble.empty();
    }
  }
}
