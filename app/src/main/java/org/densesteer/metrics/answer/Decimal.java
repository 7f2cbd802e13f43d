package org.densesteer.metrics.answer;

import java.util.Optional;

/**
 * A decimal number in canonical form, so that equal numbers are equal records. Works in linear time
 * on any number of digits and never rounds.
 *
 * @param negative whether it is below 0
 * @param whole digits before the point, without leading zeros
 * @param fraction digits after the point, without trailing zeros
 */
public record Decimal(boolean negative, String whole, String fraction) {

  /** Reads {@code [+-]digits[.digits]}, with a digit on at least one side of the point. */
  public static Optional<Decimal> parse(String text) {
    int start = !text.isEmpty() && (text.charAt(0) == '-' || text.charAt(0) == '+') ? 1 : 0;
    int point = text.indexOf('.', start);
    String whole = point < 0 ? text.substring(start) : text.substring(start, point);
    String fraction = point < 0 ? "" : text.substring(point + 1);
    if (whole.length() + fraction.length() == 0 || !digits(whole) || !digits(fraction)) {
      return Optional.empty();
    }
    return Optional.of(canonical(text.charAt(0) == '-', whole, fraction));
  }

  /** As it is written: 1200.5, with a digit before the point. */
  public String text() {
    String number = whole.isEmpty() ? "0" : whole;
    return (negative ? "-" : "") + number + (fraction.isEmpty() ? "" : "." + fraction);
  }

  static boolean digits(String text) {
    return text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static Decimal canonical(boolean negative, String whole, String fraction) {
    int from = 0;
    while (from < whole.length() && whole.charAt(from) == '0') {
      from++;
    }
    int to = fraction.length();
    while (to > 0 && fraction.charAt(to - 1) == '0') {
      to--;
    }
    boolean zero = from == whole.length() && to == 0;
    return new Decimal(negative && !zero, whole.substring(from), fraction.substring(0, to));
  }
}
