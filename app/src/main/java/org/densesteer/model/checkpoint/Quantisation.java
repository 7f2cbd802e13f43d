package org.densesteer.model.checkpoint;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells what quantised a checkpoint's weights, which cannot be run. */
final class Quantisation {

  /** Keys of {@code config.json}: transformers', and what compressed-tensors wrote before it. */
  private static final List<String> KEYS = List.of("quantization_config", "compression_config");

  /**
   * Names that only quantised weights have: GPTQ's and AWQ's, compressed-tensors', float8's,
   * bitsandbytes' in 4 and in 8 bits, MLX's.
   */
  private static final Pattern TENSOR =
      Pattern.compile(
          ".*\\.(qweight|qzeros|scales|weight_packed|weight_scale(_inv|_2)?|absmax|quant_map|SCB"
              + "|quant_state\\..*)");

  private Quantisation() {}

  /** Refuses by what the configuration says. */
  static void refuse(ConfigValues root) {
    for (String key : KEYS) {
      if (root.has(key)) {
        String method = method(root.object(key));
        throw root.refuse(
            "its weights are quantised"
                + (method.isEmpty() ? "" : " (" + method + ")")
                + ", which is not supported");
      }
    }
    if (root.has("quantization")) {
      String bits = root.object("quantization").text("bits", "");
      throw root.refuse(
          "its weights are quantised for MLX"
              + (bits.isEmpty() ? "" : " (" + bits + " bits)")
              + ", which is not supported");
    }
  }

  /** Refuses by the tensors' names where the configuration is silent. */
  static void refuse(ConfigValues root, WeightIndex weights) {
    Optional<String> tensor =
        weights.tensors().keySet().stream()
            .filter(name -> TENSOR.matcher(name).matches())
            .sorted()
            .findFirst();
    if (tensor.isPresent()) {
      throw root.refuse(
          "its weights are quantised, as the tensor "
              + tensor.get()
              + " tells, which is not supported");
    }
  }

  private static String method(ConfigValues how) {
    boolean bitsAndBytes = how.flag("load_in_4bit", false) || how.flag("load_in_8bit", false);
    return how.text("quant_method", bitsAndBytes ? "bitsandbytes" : "");
  }
}
