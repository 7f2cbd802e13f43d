package org.densesteer.chat.jinja;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Splits a template into text and tags. White space around tags is treated as Jinja does with
 * {@code trim_blocks} and {@code lstrip_blocks}: a line break right after a tag or comment goes,
 * and so does the indentation before one that begins its line; {@code -} takes all white space on
 * its side, {@code +} keeps it.
 */
final class Lexer {

  private static final Pattern RAW_BEGIN = Pattern.compile("\\{%[-+]?\\s*raw\\s*-?%\\}");
  private static final Pattern RAW_END = Pattern.compile("\\{%[-+]?\\s*endraw\\s*[-+]?%\\}");

  private final String source;
  private final List<Token> tokens = new ArrayList<>();
  private final LineNumbers lines;
  private int at;
  private boolean lineStarting = true;

  private Lexer(String source) {
    this.source = source;
    this.lines = new LineNumbers(source);
  }

  /** The tokens of a template, the last one {@link Token.Type#END}. */
  static List<Token> tokenize(String template) {
    String source = template.replace("\r\n", "\n").replace('\r', '\n');
    Lexer lexer =
        new Lexer(source.endsWith("\n") ? source.substring(0, source.length() - 1) : source);
    lexer.run();
    return lexer.tokens;
  }

  private void run() {
    while (at < source.length()) {
      int tag = nextTag();
      if (tag < 0) {
        add(Token.Type.DATA, source.substring(at), at);
        break;
      }
      char kind = source.charAt(tag + 1);
      char sign = signAt(tag + 2);
      text(at, tag, sign, kind != '{');
      Matcher raw = RAW_BEGIN.matcher(source).region(tag, source.length());
      if (kind == '%' && raw.lookingAt()) {
        rawBlock(tag, raw.end());
      } else {
        int inside = tag + (sign == ' ' ? 2 : 3);
        at = kind == '#' ? commentEnd(tag) : tag(kind == '{', tag, inside);
      }
      lineStarting = at > 0 && source.charAt(at - 1) == '\n';
    }
    add(Token.Type.END, "", source.length());
  }

  private int nextTag() {
    for (int i = source.indexOf('{', at); i >= 0; i = source.indexOf('{', i + 1)) {
      char next = i + 1 < source.length() ? source.charAt(i + 1) : ' ';
      if (next == '{' || next == '%' || next == '#') {
        return i;
      }
    }
    return -1;
  }

  private void text(int from, int to, char sign, boolean strippable) {
    int end = to;
    if (sign == '-') {
      while (end > from && PythonStrings.isSpace(source.charAt(end - 1))) {
        end--;
      }
    } else if (sign != '+' && strippable) {
      int lineStart = to;
      while (lineStart > from && source.charAt(lineStart - 1) != '\n') {
        lineStart--;
      }
      boolean atLineStart = lineStart > from || lineStarting;
      if (atLineStart && PythonStrings.isBlank(source, lineStart, to)) {
        end = lineStart;
      }
    }
    if (end > from) {
      add(Token.Type.DATA, source.substring(from, end), from);
    }
  }

  private void rawBlock(int tag, int bodyStart) {
    int start = source.charAt(bodyStart - 3) == '-' ? skipSpace(bodyStart) : bodyStart;
    Matcher end = RAW_END.matcher(source);
    if (!end.find(start)) {
      throw new JinjaException(lines.of(tag), "the tag 'raw' is not closed");
    }
    lineStarting = source.charAt(start - 1) == '\n';
    text(start, end.start(), signAt(end.start() + 2), true);
    at = afterTag(end.end());
  }

  private int commentEnd(int tag) {
    int close = source.indexOf("#}", tag + 2);
    if (close < 0) {
      throw new JinjaException(lines.of(tag), "a comment is not closed");
    }
    return afterTag(close + 2);
  }

  private int tag(boolean print, int tag, int inside) {
    add(print ? Token.Type.PRINT_BEGIN : Token.Type.BLOCK_BEGIN, "", tag);
    int close = new TagLexer(source, lines, tokens).run(inside, print ? "}}" : "%}");
    add(print ? Token.Type.PRINT_END : Token.Type.BLOCK_END, "", close);
    if (!print) {
      return afterTag(close);
    }
    return source.charAt(close - 3) == '-' ? skipSpace(close) : close;
  }

  /** Where text goes on after a tag or comment that ends before {@code end}. */
  private int afterTag(int end) {
    char sign = source.charAt(end - 3);
    if (sign == '-') {
      return skipSpace(end);
    }
    return sign != '+' && end < source.length() && source.charAt(end) == '\n' ? end + 1 : end;
  }

  private int skipSpace(int from) {
    int i = from;
    while (i < source.length() && PythonStrings.isSpace(source.charAt(i))) {
      i++;
    }
    return i;
  }

  private char signAt(int i) {
    char c = i < source.length() ? source.charAt(i) : ' ';
    return c == '-' || c == '+' ? c : ' ';
  }

  private void add(Token.Type type, String text, int offset) {
    tokens.add(new Token(type, text, lines.of(offset)));
  }
}
