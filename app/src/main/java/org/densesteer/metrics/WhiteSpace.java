package org.densesteer.metrics;

/**
 * White space as Python's {@code str.strip} sees it, which is what the authors' code uses; Java's
 * own {@code strip} keeps no-break spaces and U+0085.
 */
final class WhiteSpace {

  private WhiteSpace() {}

  static boolean is(char c) {
    return Character.isWhitespace(c)
        || c == '\u0085'
        || c == '\u00a0'
        || c == '\u2007'
        || c == '\u202f';
  }

  /** Offset of the first other character in [from, to), or {@code to}. */
  static int skip(CharSequence text, int from, int to) {
    int at = from;
    while (at < to && is(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /** Offset after the last other character in [from, to), or {@code from}. */
  static int skipBack(CharSequence text, int from, int to) {
    int at = to;
    while (at > from && is(text.charAt(at - 1))) {
      at--;
    }
    return at;
  }
}
