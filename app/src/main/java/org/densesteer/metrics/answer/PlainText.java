package org.densesteer.metrics.answer;

import java.util.regex.Pattern;

/** A spelled answer as the text by which algebra is compared. */
final class PlainText {

  private static final Pattern SPACE = Pattern.compile("(?<!\\d)\\s+|\\s+(?!\\d)");
  private static final Pattern BASE = Pattern.compile("^\\((\\w+)\\)_");
  private static final Pattern SCRIPT = Pattern.compile("([_^])\\{(\\w|\\\\[A-Za-z]+)\\}");
  private static final Pattern TIMES =
      Pattern.compile("\\\\cdot(?![A-Za-z])|\\\\times(?![A-Za-z])|\\*");
  private static final Pattern PRODUCT = Pattern.compile("(?<=\\d)\\*(?=[A-Za-z\\\\(])|\\\\%|%");
  private static final Pattern QUOTIENT = Pattern.compile("^(-?)(\\w+)/(\\w+)$");

  private PlainText() {}

  /** One text for every spelling of the same formula. */
  static String of(String spelled) {
    String text = TIMES.matcher(Spelling.plain(spelled)).replaceAll("*");
    text = SPACE.matcher(text).replaceAll("");
    text = PRODUCT.matcher(text).replaceAll("");
    text = BASE.matcher(text).replaceAll("$1_");
    text = BareArguments.brace(text);
    text = SCRIPT.matcher(text).replaceAll("$1$2");
    return QUOTIENT.matcher(text).replaceFirst("$1\\\\frac{$2}{$3}");
  }
}
