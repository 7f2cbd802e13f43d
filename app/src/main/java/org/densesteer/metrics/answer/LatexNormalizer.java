package org.densesteer.metrics.answer;

import java.util.regex.Pattern;

/**
 * Brings answers in LaTeX to one spelling, after the rules of the MATH data set's release
 * (Hendrycks et al. 2021): spaces, {@code \left} and {@code \right}, {@code \tfrac} and {@code
 * \dfrac}, {@code \!}, degrees, {@code \$}, {@code %}, units at the end, a leading {@code x=}, the
 * leading zero, brace-less arguments, {@code a/b}. Linear in the length of the text.
 */
final class LatexNormalizer {

  private static final Pattern WRAPPED = Pattern.compile("\\\\(?:text|mbox)\\{([^{}]*)\\}");
  private static final Pattern UNIT =
      Pattern.compile("\\\\(?:text|mbox)\\{\\s[^{}]*\\}(?:\\^(?:\\d|\\{\\d\\}))?$");
  private static final Pattern DELIMITER_SIZE = Pattern.compile("\\\\(?:left|right)(?![A-Za-z])");
  private static final Pattern DEGREES =
      Pattern.compile("\\^\\s*(?:\\\\circ(?![A-Za-z])|\\{\\s*\\\\circ\\s*\\})|°");

  /** The first alternative keeps a row break, whose second backslash begins no command. */
  private static final Pattern SPACE =
      Pattern.compile("(\\\\\\\\)|\\\\[!,;: ]|\\\\q?quad(?![A-Za-z])|\\s|~");

  private static final Pattern MONEY_AND_PERCENT = Pattern.compile("\\\\?[$%]");
  private static final Pattern BARE_POINT = Pattern.compile("(?<!\\d)\\.(?=\\d)");
  private static final Pattern UNKNOWN = Pattern.compile("^[A-Za-z]{1,2}=(?=[^=]+$)");
  private static final Pattern QUOTIENT = Pattern.compile("^(-?)(\\d+)/(\\d+)$");

  private LatexNormalizer() {}

  static String normalize(String latex) {
    String text = latex.strip();
    var wrapped = WRAPPED.matcher(text);
    if (wrapped.matches()) {
      text = wrapped.group(1).strip();
    }
    text = text.replace("\\tfrac", "\\frac").replace("\\dfrac", "\\frac");
    text = DELIMITER_SIZE.matcher(text).replaceAll("");
    text = DEGREES.matcher(text).replaceAll("");
    text = MONEY_AND_PERCENT.matcher(text).replaceAll("").strip();
    text = withoutUnit(text);
    text = SPACE.matcher(text).replaceAll("$1");
    text = BARE_POINT.matcher(text).replaceAll("0.");
    text = UNKNOWN.matcher(text).replaceFirst("");
    text = BareArguments.brace(text);
    return QUOTIENT.matcher(text).replaceFirst("$1\\\\frac{$2}{$3}");
  }

  private static String withoutUnit(String text) {
    var unit = UNIT.matcher(text);
    return unit.find() && unit.start() > 0 ? text.substring(0, unit.start()) : text;
  }
}
