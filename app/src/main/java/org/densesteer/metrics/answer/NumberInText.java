package org.densesteer.metrics.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number as it stands in prose or LaTeX: thousands set apart by any of the usual marks, a
 * fraction or mixed number, a power of ten, a sign that is no dash, percent. Points and commas that
 * end a sentence are not part of it.
 *
 * @param start offset of its first character
 * @param end offset after its last
 */
record NumberInText(int start, int end) {

  private static final int MOST_IN_A_PIECE = 24;
  private static final String MARKS = "(?:,|\\{,\\}|,\\\\!|\\\\[,;:! ]|~|\u2009|')";
  private static final Pattern GROUP = Pattern.compile(MARKS + "\\d{3}(?!\\d)");
  private static final Pattern INDIAN_GROUPS = Pattern.compile("(?:,\\d{2}){1,4},\\d{3}(?!\\d)");
  private static final Pattern QUOTIENT = Pattern.compile("\\s?/\\s?[1-9]\\d{0,8}(?![\\d/])");
  private static final String SIGNS = "[½⅓⅔¼¾⅕⅙⅛]";
  private static final String COMMAND = "\\\\[dt]?frac\\s?";
  private static final String ARGUMENT = "(?:\\{\\s?-?\\d{1,18}\\s?\\}|\\d)";
  private static final Pattern FRACTION =
      Pattern.compile(SIGNS + "|" + COMMAND + ARGUMENT + "\\s?" + ARGUMENT);
  private static final Pattern MIXED =
      Pattern.compile(
          "\\s?"
              + SIGNS
              + "|\\s?\\d{1,4}/[1-9]\\d{0,4}(?![\\d/])|\\s?"
              + COMMAND
              + ARGUMENT
              + "\\s?"
              + ARGUMENT);
  private static final Pattern POWER_OF_TEN =
      Pattern.compile(
          "\\s?(?:\\\\times|\\\\cdot|[×·*])\\s?10\\s?\\^\\s?"
              + "(?:\\{\\s?[-+−]?\\d{1,3}\\s?\\}|[-−]?\\d{1,3})|[eE][-+]?\\d{1,3}(?![\\w.])");
  private static final Pattern PERCENT = Pattern.compile("\\s?\\\\?%");
  private static final String CURRENCY = "$€£¥₹";

  /** Every number of a text, in order; one pass. */
  static List<NumberInText> all(String text) {
    String typed = typed(text);
    List<NumberInText> numbers = new ArrayList<>();
    int at = 0;
    while (at < typed.length()) {
      int end = end(typed, at);
      if (end > at) {
        numbers.add(new NumberInText(start(typed, at), end));
        at = end;
      } else {
        at++;
      }
    }
    return numbers;
  }

  /** As it is written in a text. */
  String in(String text) {
    return text.substring(start, end);
  }

  private static String typed(String text) {
    StringBuilder typed = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      typed.append(Characters.same(text.charAt(i)));
    }
    return typed.toString();
  }

  /** End of the number that begins here; the offset itself where none does. */
  private static int end(String text, int at) {
    char c = text.charAt(at);
    if (c == '\\' || c > '\u007f') {
      int end = after(FRACTION, text, at);
      return end > at ? after(PERCENT, text, end) : at;
    }
    boolean point = c == '.' && at + 1 < text.length() && isDigit(text.charAt(at + 1));
    if (!isDigit(c) && !point) {
      return at;
    }
    int whole = groups(text, at, digits(text, at));
    int end = decimals(text, whole);
    int mixed = end == whole && !point ? after(MIXED, text, end) : end;
    if (mixed == end) {
      int power = after(POWER_OF_TEN, text, end);
      end = power > end ? power : end == whole && !point ? after(QUOTIENT, text, end) : end;
    } else {
      end = mixed;
    }
    return after(PERCENT, text, end);
  }

  private static int digits(String text, int at) {
    int end = at;
    while (end < text.length() && isDigit(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static int groups(String text, int start, int end) {
    if (end == start || end - start > 3) {
      return end;
    }
    int indian = after(INDIAN_GROUPS, text, end);
    int now = indian;
    for (int next = after(GROUP, text, now); next > now && indian == end; ) {
      now = next;
      next = after(GROUP, text, now);
    }
    return now;
  }

  private static int decimals(String text, int at) {
    boolean fraction =
        at + 1 < text.length() && text.charAt(at) == '.' && isDigit(text.charAt(at + 1));
    return fraction ? digits(text, at + 1) : at;
  }

  /** Where a sign before the number belongs to it: not after a word, a number or a bracket. */
  private static int start(String text, int at) {
    int sign = at - 1;
    while (sign >= 0 && (CURRENCY.indexOf(text.charAt(sign)) >= 0 || text.charAt(sign) == '\\')) {
      sign--;
    }
    if (sign < 0 || text.charAt(sign) != '-') {
      return at;
    }
    boolean dash =
        sign > 0
            && (Character.isLetterOrDigit(text.charAt(sign - 1))
                || ")]}-%".indexOf(text.charAt(sign - 1)) >= 0);
    return dash ? at : sign;
  }

  /** End of what a pattern finds here, looking at few characters; {@code at} where nothing. */
  private static int after(Pattern pattern, String text, int at) {
    int limit = Math.min(text.length(), at + 2 * MOST_IN_A_PIECE);
    Matcher matcher = pattern.matcher(text).region(at, limit);
    matcher.useTransparentBounds(true);
    return matcher.lookingAt() ? matcher.end() : at;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
