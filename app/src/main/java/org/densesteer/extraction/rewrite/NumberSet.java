package org.densesteer.extraction.rewrite;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.densesteer.metrics.answer.Decimal;

/** The numbers that a text mentions in digits; numbers in words are not seen. */
final class NumberSet {

  /** Digits with or without commas between thousands, and a fraction. */
  private static final Pattern NUMBER =
      Pattern.compile("\\d{1,3}(?:,\\d{3})++(?!\\d)(?:\\.\\d++)?|\\d++(?:\\.\\d++)?|\\.\\d++");

  /** Numbers that only count steps: "Step 3", and "3." or "3)" at the start of a line. */
  private static final Pattern LABEL =
      Pattern.compile("(?i)\\bstep\\s+\\d++|(?m)^[\\s*#]*+\\d++[.)](?=[\\s*])");

  private NumberSet() {}

  /** All numbers, each in one form however it is written. */
  static Set<String> of(String text) {
    Set<String> numbers = new LinkedHashSet<>();
    Matcher matcher = NUMBER.matcher(text);
    while (matcher.find()) {
      Decimal.parse(matcher.group().replace(",", "")).map(Decimal::text).ifPresent(numbers::add);
    }
    return numbers;
  }

  /** The same without the numbers that only count steps. */
  static Set<String> withoutLabels(String text) {
    return of(LABEL.matcher(text).replaceAll(" "));
  }
}
