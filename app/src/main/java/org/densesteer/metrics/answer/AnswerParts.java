package org.densesteer.metrics.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An answer of several parts.
 *
 * @param kind what holds the parts together
 * @param parts their spelled texts, in order
 */
record AnswerParts(Kind kind, List<String> parts) {

  /** What holds parts together; only parts of the same kind are compared. */
  enum Kind {
    /** Values in any order: {@code 1, 2}, {@code \{1, 2\}}, {@code 1 or 2}. */
    SET(false),
    /** In round or angled brackets. */
    ROUND(true),
    /** In square brackets. */
    SQUARE(true),
    /** An interval without its left end. */
    OPEN_LEFT(true),
    /** An interval without its right end. */
    OPEN_RIGHT(true),
    /** Joined by ∪, in any order. */
    UNION(false),
    /** Rows of a matrix or a column. */
    ROWS(true),
    /** Cells of a row. */
    CELLS(true);

    final boolean ordered;

    Kind(boolean ordered) {
      this.ordered = ordered;
    }
  }

  private static final int MOST_PARTS = 60;
  private static final Pattern MATRIX =
      Pattern.compile("(?s)\\\\begin\\{matrix\\}(.*)\\\\end\\{matrix\\}");

  /** Reads a spelled text; empty when it has a single part. */
  static Optional<AnswerParts> of(String spelled) {
    Matcher matrix = MATRIX.matcher(spelled);
    if (matrix.matches()) {
      return several(Kind.ROWS, TopLevel.split(matrix.group(1), "\\\\"));
    }
    Optional<AnswerParts> union = several(Kind.UNION, TopLevel.split(spelled, "\\cup"));
    if (union.isPresent()) {
      return union;
    }
    if (Thousands.begin(spelled) && TopLevel.split(spelled, ", ").size() == 1) {
      return Optional.empty();
    }
    Optional<AnswerParts> list = several(Kind.SET, TopLevel.split(spelled, ","));
    return list.isPresent() ? list : plusMinus(spelled).or(() -> bracketed(spelled));
  }

  private static Optional<AnswerParts> several(Kind kind, List<String> parts) {
    List<String> filled =
        parts.stream().map(AnswerParts::balanced).filter(p -> !p.isEmpty()).toList();
    return filled.size() > 1 && filled.size() <= MOST_PARTS
        ? Optional.of(new AnswerParts(kind, filled))
        : Optional.empty();
  }

  /** Without a mark of text whose other end went to another part. */
  private static String balanced(String part) {
    boolean whole = part.indexOf(Spelling.TEXT) <= part.lastIndexOf(Spelling.END);
    boolean both = part.indexOf(Spelling.TEXT) >= 0 == part.indexOf(Spelling.END) >= 0;
    return whole && both && !Spelling.plain(part).isEmpty() ? part.strip() : Spelling.plain(part);
  }

  private static Optional<AnswerParts> plusMinus(String text) {
    int sign = text.indexOf("\\pm");
    if (sign < 0 || text.indexOf("\\pm", sign + 1) >= 0) {
      return Optional.empty();
    }
    return several(Kind.SET, List.of(text.replace("\\pm", "+"), text.replace("\\pm", "-")));
  }

  private static Optional<AnswerParts> bracketed(String text) {
    if (text.startsWith("\\{") && text.endsWith("\\}")) {
      String inner = text.substring(2, text.length() - 2);
      return Optional.of(new AnswerParts(Kind.SET, TopLevel.split(inner, ",")));
    }
    return text.length() < 2 || !TopLevel.isWhole(text)
        ? Optional.empty()
        : kind(text.charAt(0), text.charAt(text.length() - 1))
            .flatMap(
                kind -> several(kind, TopLevel.split(text.substring(1, text.length() - 1), ",")));
  }

  private static Optional<Kind> kind(char open, char close) {
    String brackets = "" + open + close;
    return Optional.ofNullable(
        switch (brackets) {
          case "()" -> Kind.ROUND;
          case "[]" -> Kind.SQUARE;
          case "(]" -> Kind.OPEN_LEFT;
          case "[)" -> Kind.OPEN_RIGHT;
          default -> null;
        });
  }

  /** The cells of a matrix's row. */
  static List<String> cells(String row) {
    return new ArrayList<>(TopLevel.split(row, "&"));
  }
}
