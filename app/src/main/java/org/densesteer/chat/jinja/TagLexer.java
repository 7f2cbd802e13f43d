package org.densesteer.chat.jinja;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Splits the inside of a tag into names, literals and operators. */
final class TagLexer {

  private static final String DECIMAL = "\\d+(?:_\\d+)*+";
  private static final Pattern REAL =
      Pattern.compile(
          DECIMAL + "(?:(?:\\." + DECIMAL + ")?[eE][-+]?" + DECIMAL + "|\\." + DECIMAL + ")");
  private static final Pattern WHOLE =
      Pattern.compile(
          "0[bB](?:_?[01])++|0[oO](?:_?[0-7])++|0[xX](?:_?[0-9a-fA-F])++"
              + "|[1-9](?:_?\\d)*+|0(?:_?0)*+");
  private static final List<String> LONG_OPERATORS = List.of("//", "**", "==", "!=", ">=", "<=");
  private static final String OPERATORS = "+-*/%~<>=.:|,;()[]{}";

  private final String source;
  private final LineNumbers lines;
  private final List<Token> tokens;
  private final Deque<Character> open = new ArrayDeque<>();
  private int at;

  TagLexer(String source, LineNumbers lines, List<Token> tokens) {
    this.source = source;
    this.lines = lines;
    this.tokens = tokens;
  }

  /** Adds the tokens from {@code from} up to the end mark; returns the offset after that mark. */
  int run(int from, String endMark) {
    int line = lines.of(from);
    at = from;
    while (at < source.length()) {
      char c = source.charAt(at);
      if (open.isEmpty() && isEnd(endMark)) {
        return source.indexOf(endMark, at) + endMark.length();
      }
      if (PythonStrings.isSpace(c)) {
        at++;
      } else if (c == '\'' || c == '"') {
        string(c);
      } else if (c >= '0' && c <= '9') {
        number();
      } else if (Character.isUnicodeIdentifierStart(c) || c == '_') {
        name();
      } else {
        operator(c);
      }
    }
    throw new JinjaException(line, "a tag is not closed");
  }

  private boolean isEnd(String endMark) {
    char c = source.charAt(at);
    boolean signed = c == '-' || c == '+' && endMark.charAt(0) == '%';
    return source.startsWith(endMark, signed ? at + 1 : at);
  }

  private void string(char quote) {
    int end = at + 1;
    while (end < source.length() && source.charAt(end) != quote) {
      end += source.charAt(end) == '\\' ? 2 : 1;
    }
    if (end >= source.length()) {
      throw fault(at, "a string is not closed");
    }
    int line = lines.of(at);
    tokens.add(
        new Token(
            Token.Type.STRING, StringEscapes.decode(source.substring(at + 1, end), line), line));
    at = end + 1;
  }

  private void number() {
    Matcher real = REAL.matcher(source).region(at, source.length());
    Matcher whole = WHOLE.matcher(source).region(at, source.length());
    // After a point, as in a.0.1, every number is an index.
    boolean isReal = (at == 0 || source.charAt(at - 1) != '.') && real.lookingAt();
    if (!isReal && !whole.lookingAt()) {
      throw fault(at, "unexpected character '" + source.charAt(at) + "'");
    }
    Matcher matcher = isReal ? real : whole;
    add(isReal ? Token.Type.FLOAT : Token.Type.INTEGER, matcher.group().replace("_", ""));
    at = matcher.end();
  }

  private void name() {
    int end = at + 1;
    while (end < source.length() && Character.isUnicodeIdentifierPart(source.charAt(end))) {
      end++;
    }
    add(Token.Type.NAME, source.substring(at, end));
    at = end;
  }

  private void operator(char c) {
    String text = String.valueOf(c);
    for (String candidate : LONG_OPERATORS) {
      if (source.startsWith(candidate, at)) {
        text = candidate;
      }
    }
    if (text.length() == 1 && OPERATORS.indexOf(c) < 0) {
      throw fault(at, "unexpected character '" + c + "'");
    }
    balance(c);
    add(Token.Type.OPERATOR, text);
    at += text.length();
  }

  private void balance(char c) {
    switch (c) {
      case '(' -> open.push(')');
      case '[' -> open.push(']');
      case '{' -> open.push('}');
      case ')', ']', '}' -> {
        if (open.isEmpty() || open.pop() != c) {
          throw fault(at, "unexpected '" + c + "'");
        }
      }
      default -> {}
    }
  }

  private void add(Token.Type type, String text) {
    tokens.add(new Token(type, text, lines.of(at)));
  }

  private JinjaException fault(int offset, String problem) {
    return new JinjaException(lines.of(offset), problem);
  }
}
