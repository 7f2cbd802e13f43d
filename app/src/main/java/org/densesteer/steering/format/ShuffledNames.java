package org.densesteer.steering.format;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tensor names {@code shuffled.<draw>.<layer>} of shuffled-pair controls. */
final class ShuffledNames {

  private static final Pattern NAME =
      Pattern.compile("shuffled\\.([1-9][0-9]{0,2})\\.(0|[1-9][0-9]{0,3})");

  private ShuffledNames() {}

  /** The name for a draw, counted from 1, at a 0-based decoder block. */
  static String of(int draw, int layer) {
    return "shuffled." + draw + "." + layer;
  }

  /** The draw in a name, or −1 when the name is none of a control. */
  static int draw(String name) {
    return part(name, 1);
  }

  /** The layer in a name, or −1 when the name is none of a control. */
  static int layer(String name) {
    return part(name, 2);
  }

  private static int part(String name, int group) {
    Matcher matcher = NAME.matcher(name);
    return matcher.matches() ? Integer.parseInt(matcher.group(group)) : -1;
  }
}
