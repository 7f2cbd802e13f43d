package org.densesteer.steering.format;

/** The tensor names {@code direction.<layer>} that safetensors, GGUF and NumPy files share. */
final class DirectionNames {

  private static final String PREFIX = "direction.";
  private static final int MAX_DIGITS = 9;

  private DirectionNames() {}

  /** The name for a layer number. */
  static String of(int layer) {
    return PREFIX + layer;
  }

  /** The number in a name, or −1 when the name is no {@code direction.<number>}. */
  static int layer(String name) {
    if (!name.startsWith(PREFIX)) {
      return -1;
    }
    String digits = name.substring(PREFIX.length());
    boolean number =
        !digits.isEmpty()
            && digits.length() <= MAX_DIGITS
            && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    return number ? Integer.parseInt(digits) : -1;
  }
}
