package org.densesteer.steering.content;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A name in a file that names a decoder block: {@code 5}, {@code layer_5}, {@code
 * model.layers.5.mlp}, {@code blocks.5.hook_resid_post}, {@code direction.5}.
 *
 * @param layer the number in it
 * @param rest the name with {@code *} in place of the number, without what only says where in the
 *     model the blocks are
 */
record LayerName(long layer, String rest) {

  private static final String MODEL =
      "^(base_model\\.|model\\.|language_model\\.|decoder\\.|transformer\\.|gpt_neox\\.|backbone\\.)*";

  private static final String NUMBER = "[._\\-\\[ ]?([0-9]{1,9})\\]?(?![0-9])(?!\\.[0-9]+$)";

  /** Words that stand for a block. */
  private static final Pattern BLOCK =
      Pattern.compile("(?i)(?<![a-z])(?:layers?|blocks?|blk|h|l)" + NUMBER);

  /** Words that stand for what is added there. */
  private static final Pattern ADDED =
      Pattern.compile(
          "(?i)(?<![a-z])(?:directions?|vectors?|vecs?|steering|activations?|resid(?:_post)?)"
              + NUMBER);

  /** A number that no block has: counted from the end, or larger than any. */
  private static final Pattern NO_BLOCK =
      Pattern.compile(
          "(?i)(?<![a-z])(?:layers?|blocks?|blk|directions?)(?:[._\\[ ]-[0-9]+|[._\\-\\[ ]?[0-9]{10,})");

  /** Whether a name that names no layer has a number where another would name its own. */
  static boolean namesNoBlock(String name) {
    return of(name).isEmpty() && NO_BLOCK.matcher(name).find();
  }

  /** The layer that a name names, if it names one. */
  static Optional<LayerName> of(String name) {
    if (name.matches("[0-9]{1,9}")) {
      return Optional.of(new LayerName(Long.parseLong(name), "*"));
    }
    Matcher block = BLOCK.matcher(name);
    if (block.find()) {
      return Optional.of(named(name, block));
    }
    Matcher added = ADDED.matcher(name);
    return added.find() ? Optional.of(named(name, added)) : Optional.empty();
  }

  private static LayerName named(String name, Matcher match) {
    String before = name.substring(0, match.start()).replaceAll(MODEL, "");
    String rest = before + "*" + name.substring(match.end());
    return new LayerName(Long.parseLong(match.group(1)), rest);
  }
}
