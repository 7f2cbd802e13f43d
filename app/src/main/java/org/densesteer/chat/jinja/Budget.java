package org.densesteer.chat.jinja;

/**
 * What one rendering may cost: steps, characters and list items together, and the depth of nested
 * evaluation. Real templates use a few thousand units for a short conversation; a template that
 * never ends, or whose values grow without bound, is stopped within about a second.
 */
final class Budget {

  /** Units of one rendering. */
  static final long UNITS = 20_000_000;

  /** Deepest evaluation, macro calls included. */
  static final int DEEPEST = 400;

  private long left = UNITS;
  private int depth;

  /** Pays for work that is about to be done. */
  void spend(long units) {
    left -= Math.min(units, UNITS + 1);
    if (left < 0) {
      throw new JinjaException(0, "it does too much work or prints too much text");
    }
  }

  /** Pays for a new string. */
  String spend(String text) {
    spend(text.length());
    return text;
  }

  /** Enters one level of evaluation. */
  void enter() {
    spend(1);
    if (++depth > DEEPEST) {
      depth--;
      throw new JinjaException(0, "its evaluation is nested too deep");
    }
  }

  /** Leaves it. */
  void leave() {
    depth--;
  }
}
