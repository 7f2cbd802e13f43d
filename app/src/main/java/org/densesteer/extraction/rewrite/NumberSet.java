package org.densesteer.extraction.rewrite;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
      numbers.add(canonical(matcher.group()));
    }
    return numbers;
  }

  /** The same without the numbers that only count steps. */
  static Set<String> withoutLabels(String text) {
    return of(LABEL.matcher(text).replaceAll(" "));
  }

  /** Without commas, leading zeros and trailing zeros of a fraction: 1,200.50 is 1200.5. */
  private static String canonical(String number) {
    String plain = number.replace(",", "");
    int point = plain.indexOf('.');
    String whole = point < 0 ? plain : plain.substring(0, point);
    String fraction = point < 0 ? "" : plain.substring(point + 1);
    int from = 0;
    while (from < whole.length() && whole.charAt(from) == '0') {
      from++;
    }
    int to = fraction.length();
    while (to > 0 && fraction.charAt(to - 1) == '0') {
      to--;
    }
    String digits = from == whole.length() ? "0" : whole.substring(from);
    return to == 0 ? digits : digits + "." + fraction.substring(0, to);
  }
}
