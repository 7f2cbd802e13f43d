package org.densesteer.steering.content;

import java.util.Locale;

/** Where in a decoder block something belongs, as tools for hooking models call it. */
enum Hook {
  /** The block's output, where the workbench steers, or not said. */
  OUTPUT,
  /** The block's input, which is the output of the block before it. */
  INPUT,
  /** Within the block. */
  INSIDE;

  /** The place that a hook's name names: TransformerLens, PyTorch modules, steering-vectors. */
  static Hook of(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.contains("resid_pre") || lower.contains("block_input")) {
      return INPUT;
    }
    boolean inside =
        lower.contains("resid_mid")
            || lower.matches(
                ".*(mlp|attn|attention|_proj|layer_?norm|rms_?norm|hook_[zqkv]\\b|expert).*");
    return inside ? INSIDE : OUTPUT;
  }

  /** Whether a text without a number is the name of a place at all. */
  static boolean isOne(String name) {
    return of(name) != OUTPUT
        || name.toLowerCase(Locale.ROOT).matches(".*(resid|block|layer|output|hidden).*");
  }
}
