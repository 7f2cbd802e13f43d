package org.densesteer.model.checkpoint;

import java.util.Set;
import org.densesteer.common.Texts;

/**
 * Reads {@code config.json} in both styles that transformers has written, and refuses by name. What
 * the file leaves out has the value of the family's configuration class in transformers 5.18.
 */
final class ConfigReader {

  private static final Set<String> FAMILIES = Set.of("qwen2", "qwen3", "llama", "mistral");

  /** Two names of one function. */
  private static final Set<String> SILU = Set.of("silu", "swish");

  /** Far more than any model has; lists with an entry for each block stay small. */
  private static final int MOST_BLOCKS = 1 << 16;

  private static final int QWEN_KV_HEADS = 32;
  private static final int MISTRAL_KV_HEADS = 8;
  private static final int QWEN3_HEAD_DIM = 128;

  private final ConfigValues root;

  private ConfigReader(ConfigValues root) {
    this.root = root;
  }

  static ModelConfig read(ConfigValues root) {
    return new ConfigReader(root).config();
  }

  private ModelConfig config() {
    Quantisation.refuse(root);
    String family = root.text("model_type", "");
    if (!FAMILIES.contains(family)) {
      throw root.refuse("the model type '" + family + "' is not one of the supported " + sorted());
    }
    String activation = root.text("hidden_act", "silu");
    if (!SILU.contains(activation)) {
      throw root.refuse("the activation '" + activation + "' is not supported");
    }
    int layers = root.positiveUpTo(MOST_BLOCKS, "num_hidden_layers");
    int hidden = root.positive("hidden_size");
    int heads = root.positive("num_attention_heads");
    int kvHeads = kvHeads(family, heads);
    int headDim =
        root.positive("head_dim", family.equals("qwen3") ? QWEN3_HEAD_DIM : hidden / heads);
    if (heads % kvHeads != 0
        || headDim == 0
        || headDim % 2 != 0
        || ConfigValues.LARGEST / heads < headDim) {
      throw root.refuse(
          Texts.of(
              "%d heads with %d key/value heads of width %d do not fit together",
              heads, kvHeads, headDim));
    }
    Rope rope = RopeReader.read(root);
    return new ModelConfig(
        family,
        hidden,
        layers,
        heads,
        kvHeads,
        headDim,
        root.positive("intermediate_size"),
        root.positive("vocab_size"),
        rope.scaling().reach(root.positive("max_position_embeddings")),
        root.number("rms_norm_eps", 1e-6),
        rope,
        WindowReader.read(root, family, layers),
        root.flag("tie_word_embeddings", false),
        Biases.read(root, family),
        family.equals("qwen3"));
  }

  private int kvHeads(String family, int heads) {
    String key = "num_key_value_heads";
    if (root.node().path(key).isNull()) {
      return heads;
    }
    return root.positive(
        key,
        switch (family) {
          case "llama" -> heads;
          case "mistral" -> MISTRAL_KV_HEADS;
          default -> QWEN_KV_HEADS;
        });
  }

  private static String sorted() {
    return FAMILIES.stream().sorted().toList().toString();
  }
}
