package org.densesteer.model.checkpoint;

/** Tells what quantised a checkpoint's weights, which cannot be run. */
final class Quantisation {

  private Quantisation() {}

  static void refuse(ConfigValues root) {
    if (root.has("quantization_config")) {
      ConfigValues how = root.object("quantization_config");
      String method =
          how.text("quant_method", how.flag("load_in_4bit", false) ? "bitsandbytes" : "");
      throw root.refuse(
          "its weights are quantised"
              + (method.isEmpty() ? "" : " (" + method + ")")
              + ", which is not supported");
    }
    if (root.has("quantization")) {
      String bits = root.object("quantization").text("bits", "");
      throw root.refuse(
          "its weights are quantised for MLX"
              + (bits.isEmpty() ? "" : " (" + bits + " bits)")
              + ", which is not supported");
    }
  }
}
