package org.densesteer.metrics.answer;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number in normalised LaTeX, as an exact quotient.
 *
 * @param numerator may be negative
 * @param denominator not 0
 */
record LatexNumber(BigDecimal numerator, BigDecimal denominator) {

  /** Longer quotients are compared as text alone: exact arithmetic on them would be slow. */
  private static final int LONGEST = 200;

  private static final Pattern FRACTION =
      Pattern.compile("([-+]?)\\\\frac\\{(-?\\d+)\\}\\{(-?\\d+)\\}");

  /** Whether both texts are numbers (decimals or fractions of integers), and the same one. */
  static boolean same(String left, String right) {
    String leftPlain = withoutGrouping(left);
    String rightPlain = withoutGrouping(right);
    if (Decimal.same(leftPlain, rightPlain)) {
      return true;
    }
    Optional<LatexNumber> number = parse(leftPlain);
    return number.isPresent() && parse(rightPlain).map(number.get()::sameValue).orElse(false);
  }

  private static Optional<LatexNumber> parse(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    if (Decimal.parse(text).isPresent()) {
      return Optional.of(new LatexNumber(new BigDecimal(text), BigDecimal.ONE));
    }
    Matcher fraction = FRACTION.matcher(text);
    if (!fraction.matches()) {
      return Optional.empty();
    }
    BigDecimal numerator = new BigDecimal(fraction.group(2));
    BigDecimal denominator = new BigDecimal(fraction.group(3));
    if (denominator.signum() == 0) {
      return Optional.empty();
    }
    boolean negative = fraction.group(1).equals("-");
    return Optional.of(new LatexNumber(negative ? numerator.negate() : numerator, denominator));
  }

  private boolean sameValue(LatexNumber other) {
    return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator))
        == 0;
  }

  /** Without the commas of {@code 1,234,567}; any other text as it is. */
  private static String withoutGrouping(String text) {
    int first = text.indexOf(',');
    if (first < 0) {
      return text;
    }
    int sign = text.startsWith("-") ? 1 : 0;
    int point = text.indexOf('.');
    int end = point < 0 ? text.length() : point;
    boolean grouped = first > sign && first - sign <= 3 && (end - first) % 4 == 0;
    for (int i = sign; i < end && grouped; i++) {
      boolean comma = i >= first && (i - first) % 4 == 0;
      grouped = comma ? text.charAt(i) == ',' : Character.isDigit(text.charAt(i));
    }
    return grouped && text.indexOf(',', end) < 0 ? text.replace(",", "") : text;
  }
}
