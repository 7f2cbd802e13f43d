package org.densesteer.metrics.answer;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Brings the spellings of an answer to one: characters, thousands marks, sizes and spaces of LaTeX,
 * commands that only change the look. What was set as text stands between {@link #TEXT} and {@link
 * #END}, for it may be a unit.
 */
final class Spelling {

  /** Begins what was set as text. */
  static final char TEXT = '\ue000';

  /** Ends what was set as text. */
  static final char END = '\ue001';

  private static final int DEEPEST_WRAPPING = 6;

  private static final Pattern THOUSANDS =
      Pattern.compile(
          "(?<=\\d)(?:\\{,\\}|,\\\\!\\s*|\\\\[,;:! ]|\\\\text\\{,\\}|~|\u2009|')(?=\\d{3}(?!\\d))");
  private static final Pattern WRAPPED =
      Pattern.compile(
          "\\\\(?:text(?:bf|rm|it|sf|tt|normal|up)?|mbox|hbox|math(?:rm|bf|it|sf|tt|normal)|"
              + "operatorname|boldsymbol|bm|pmb|emph|underline|boxed|fbox|textcolor\\{[^{}]*\\})"
              + "\\s*\\{([^{}]*)\\}");
  private static final Pattern SWITCHED =
      Pattern.compile(
          "\\\\(?:rm|bf|it|sf|tt)\\s*\\{([^{}]*)\\}|\\{\\\\(?:rm|bf|it|sf|tt)\\s([^{}]*)\\}");
  private static final Pattern LEADING_NUMBER = Pattern.compile("(?s)(\\s*-?[\\d.,/]+)(\\s.*)");
  private static final Pattern UNIT_FRACTION =
      Pattern.compile(
          "\\\\[dt]?frac\\s*\\{(\ue000[^\ue000\ue001]*\ue001)\\}"
              + "\\s*\\{(\ue000[^\ue000\ue001]*\ue001)\\}");
  private static final Pattern AND =
      Pattern.compile("\ue000\\s*(?:and|or)\\s*\ue001|(?<=\\s)(?:and|or)(?=\\s)");
  private static final Pattern SIZE =
      Pattern.compile("\\\\(?:left|right|[bB]igg?[lrm]?)(?![A-Za-z])\\s*");
  private static final Pattern LOOK =
      Pattern.compile(
          "\\\\(?:displaystyle|textstyle|limits|nolimits|bf|rm|it|tt|large|Large|LARGE|huge|Huge|"
              + "normalsize|small)(?![A-Za-z])|\\\\color\\{[^{}]*\\}|(?<!\\\\)\\\\[()\\[\\]]|\\\\!|\\*\\*|`");
  private static final Pattern MONEY = Pattern.compile("\\\\?\\$|\\\\(?:pounds|euro)\\b|[€£¥₹]");
  private static final Pattern SPACE =
      Pattern.compile(
          "(\\\\\\\\)|\\\\[,;: ]|\\\\(?:q?quad|thinspace|enspace|space)(?![A-Za-z])"
              + "|\\\\hspace\\*?\\{[^{}]*\\}|[~\u2009]");
  private static final Pattern DEGREES =
      Pattern.compile(
          "\\^\\s*(?:\\\\circ(?![A-Za-z])|\\{\\s*\\\\circ\\s*\\})|\\\\degrees?(?![A-Za-z])");
  private static final Pattern BARE_POINT = Pattern.compile("(?<!\\d)\\.(?=\\d)");
  private static final Pattern ROOT_OF_SIGN = Pattern.compile("\\\\sqrt (\\d+(?:\\.\\d+)?)");
  private static final Pattern SPACED_THOUSANDS =
      Pattern.compile("-?\\d{1,3}(?: \\d{3})+(?:\\.\\d+)?");
  private static final Pattern END_OF_SENTENCE = Pattern.compile("[\\s.,;:]+$");

  private Spelling() {}

  /** One spelling of an answer; quadratic at worst, so for short texts alone. */
  static String of(String answer) {
    String text = Characters.typed(answer);
    text = ROOT_OF_SIGN.matcher(text).replaceAll("\\\\sqrt{$1}");
    text = THOUSANDS.matcher(text).replaceAll("");
    text = SIZE.matcher(text).replaceAll("");
    text = SWITCHED.matcher(text).replaceAll("\\\\text{$1$2}");
    text = LOOK.matcher(text).replaceAll("");
    text = MONEY.matcher(text).replaceAll("");
    text = AND.matcher(UNIT_FRACTION.matcher(unwrapped(text)).replaceAll("$1/$2")).replaceAll(",");
    text = DEGREES.matcher(text).replaceAll("");
    text = SPACE.matcher(text).replaceAll(space -> space.group(1) == null ? " " : "\\\\\\\\");
    text = commands(text);
    text = BARE_POINT.matcher(text).replaceAll("0.");
    text = END_OF_SENTENCE.matcher(text).replaceAll("").strip();
    return SPACED_THOUSANDS.matcher(text).matches() ? text.replace(" ", "") : text;
  }

  private static String commands(String text) {
    return text.replaceAll("\\{([:;,])\\}", "$1")
        .replaceAll("(?<![\\w)\\]}])\\s*\\+\\s*\\\\infty", "\\\\infty")
        .replaceAll("\\\\[dtc]frac(?![A-Za-z])", "\\\\frac")
        .replaceAll("\\\\leq(?:slant)?(?![A-Za-z])", "\\\\le")
        .replaceAll("\\\\geq(?:slant)?(?![A-Za-z])", "\\\\ge")
        .replaceAll("\\\\neq(?![A-Za-z])", "\\\\ne")
        .replaceAll("\\\\lbrace(?![A-Za-z])", "\\\\{")
        .replaceAll("\\\\rbrace(?![A-Za-z])", "\\\\}")
        .replaceAll("\\\\lbrack(?![A-Za-z])", "[")
        .replaceAll("\\\\rbrack(?![A-Za-z])", "]")
        .replaceAll("\\\\[lr]vert(?![A-Za-z])", "|")
        .replaceAll("\\\\langle(?![A-Za-z])", "(")
        .replaceAll("\\\\rangle(?![A-Za-z])", ")")
        .replaceAll("\\\\(begin|end)\\{[pbvBV]?(?:small)?matrix\\}", "\\\\$1{matrix}");
  }

  /** Numbers lose the command around them, words keep a mark of it. */
  private static String unwrapped(String text) {
    String now = text;
    for (int depth = 0; depth < DEEPEST_WRAPPING; depth++) {
      Matcher wrapped = WRAPPED.matcher(now);
      if (!wrapped.find()) {
        return now;
      }
      now = wrapped.replaceAll(found -> Matcher.quoteReplacement(content(found.group(1))));
    }
    return now;
  }

  private static String content(String text) {
    String plain = text.replace(String.valueOf(TEXT), "").replace(String.valueOf(END), "");
    boolean words = plain.chars().anyMatch(Character::isLetter) && !plain.contains("\\");
    if (!words) {
      return plain;
    }
    Matcher leading = LEADING_NUMBER.matcher(plain);
    return leading.matches()
        ? leading.group(1) + TEXT + leading.group(2) + END
        : TEXT + plain + END;
  }

  /** Without the marks of text. */
  static String plain(String spelled) {
    return spelled.replace(TEXT, ' ').replace(END, ' ').strip();
  }
}
