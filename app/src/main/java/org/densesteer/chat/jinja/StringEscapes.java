package org.densesteer.chat.jinja;

/** Backslash escapes of string literals, as Python's {@code unicode-escape} decodes them. */
final class StringEscapes {

  private static final String NAMED = "\n\\'\"abfnrtv";
  private static final String[] VALUES = {
    "", "\\", "'", "\"", "\u0007", "\b", "\f", "\n", "\r", "\t", "\u000b"
  };

  private final String literal;
  private final int line;
  private final StringBuilder out = new StringBuilder();
  private int at;

  private StringEscapes(String literal, int line) {
    this.literal = literal;
    this.line = line;
  }

  /** The value of what stands between the quotes. */
  static String decode(String literal, int line) {
    return literal.indexOf('\\') < 0 ? literal : new StringEscapes(literal, line).decode();
  }

  private String decode() {
    while (at < literal.length()) {
      char c = literal.charAt(at++);
      if (c == '\\' && at < literal.length()) {
        escape(literal.charAt(at++));
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  private void escape(char c) {
    int named = NAMED.indexOf(c);
    if (named >= 0) {
      out.append(VALUES[named]);
    } else if (c == 'x') {
      codePoint(2);
    } else if (c == 'u') {
      codePoint(4);
    } else if (c == 'U') {
      codePoint(8);
    } else if (c == 'N') {
      named();
    } else if (c >= '0' && c <= '7') {
      octal();
    } else {
      out.append('\\').append(c);
    }
  }

  private void codePoint(int digits) {
    try {
      out.appendCodePoint(Integer.parseInt(literal.substring(at, at + digits), 16));
      at += digits;
    } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
      throw new JinjaException(line, "a string has an incomplete \\x, \\u or \\U escape");
    }
  }

  private void named() {
    int end = literal.indexOf('}', at);
    try {
      out.appendCodePoint(Character.codePointOf(literal.substring(at + 1, end)));
      at = end + 1;
    } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
      throw new JinjaException(line, "a string has a \\N escape that names no character");
    }
  }

  private void octal() {
    int start = at - 1;
    while (at < literal.length()
        && at - start < 3
        && literal.charAt(at) >= '0'
        && literal.charAt(at) <= '7') {
      at++;
    }
    out.append((char) Integer.parseInt(literal.substring(start, at), 8));
  }
}
