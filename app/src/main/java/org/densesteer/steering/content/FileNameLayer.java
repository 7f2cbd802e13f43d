package org.densesteer.steering.content;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The decoder block that a file's name clearly names: {@code vec_layer_12_model}, {@code x_L12}.
 */
public final class FileNameLayer {

  private static final Pattern WORD =
      Pattern.compile("(?i)(?<![a-z0-9])(?:layer|layers|block|blk)[._ =\\-]?([0-9]{1,4})(?![0-9])");

  /** {@code L12} alone; {@code MiniLM-L6} is the name of a model with six layers. */
  private static final Pattern LETTER =
      Pattern.compile("(?<![A-Za-z0-9])(?<!LM-)[Ll]([0-9]{1,3})(?![A-Za-z0-9])");

  /** What makes a number a range or a fraction: {@code layer_3-7}, {@code layer_1.5}. */
  private static final Pattern GOES_ON = Pattern.compile("^(-|–|\\.|_to_|-to-|\\+|,)[0-9].*");

  private FileNameLayer() {}

  /** The layer, or nothing where the name has none or more than one. */
  public static OptionalInt of(String baseName) {
    OptionalInt word = only(WORD.matcher(baseName), baseName);
    return word.isPresent() || WORD.matcher(baseName).find()
        ? word
        : only(LETTER.matcher(baseName), baseName);
  }

  private static OptionalInt only(Matcher matcher, String name) {
    OptionalInt found = OptionalInt.empty();
    while (matcher.find()) {
      int layer = Integer.parseInt(matcher.group(1));
      boolean another = found.isPresent() && found.getAsInt() != layer;
      if (another || GOES_ON.matcher(name.substring(matcher.end())).matches()) {
        return OptionalInt.empty();
      }
      found = OptionalInt.of(layer);
    }
    return found;
  }
}
