package org.densesteer.model.checkpoint;

/**
 * Which projections have a bias.
 *
 * @param qkv queries, keys and values
 * @param attentionOut the projection of the heads' outputs
 * @param mlp gate, up and down
 */
public record Biases(boolean qkv, boolean attentionOut, boolean mlp) {

  /** No projection has one. */
  public static final Biases NONE = new Biases(false, false, false);

  /** As the classes of transformers 5.18 have them: Qwen2 and Mistral look at no key. */
  static Biases read(ConfigValues root, String family) {
    boolean attention = root.flag("attention_bias", false);
    return switch (family) {
      case "qwen2" -> new Biases(true, false, false);
      case "qwen3" -> new Biases(attention, attention, false);
      case "llama" -> new Biases(attention, attention, root.flag("mlp_bias", false));
      default -> NONE;
    };
  }
}
