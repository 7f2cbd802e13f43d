package org.densesteer.common;

/**
 * White space as Python's {@code str.isspace} and {@code str.strip} see it, which is what chat
 * templates and the authors' code use; Java leaves out U+0085 and the no-break spaces.
 */
public final class WhiteSpace {

  private WhiteSpace() {}

  /** Whether a character, given by its code point, is white space. */
  public static boolean is(int c) {
    return Character.isWhitespace(c) || c == 0x85 || c == 0xa0 || c == 0x2007 || c == 0x202f;
  }

  /** Offset of the first other character in [from, to), or {@code to}. */
  public static int skip(CharSequence text, int from, int to) {
    int at = from;
    while (at < to && is(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /** Offset after the last other character in [from, to), or {@code from}. */
  public static int skipBack(CharSequence text, int from, int to) {
    int at = to;
    while (at > from && is(text.charAt(at - 1))) {
      at--;
    }
    return at;
  }
}
