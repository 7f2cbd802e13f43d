package org.densesteer.chat.jinja;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.densesteer.common.Texts;

/** Numbers as Python's {@code repr} writes them and as its {@code int} and {@code float} read. */
final class PythonNumbers {

  /** Digits that tell any two values of 64 bits apart. */
  private static final int MOST_DIGITS = 17;

  /** Longest number that is read from a text. */
  private static final int LONGEST = 4000;

  private PythonNumbers() {}

  /** With a point or an exponent: the shortest digits that read back as the same value. */
  static String repr(double value) {
    if (Double.isNaN(value)) {
      return "nan";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "inf" : "-inf";
    }
    if (value == 0) {
      return 1 / value < 0 ? "-0.0" : "0.0";
    }
    BigDecimal decimal = shortest(value).stripTrailingZeros();
    int exponent = decimal.precision() - decimal.scale() - 1;
    if (exponent >= -4 && exponent < 16) {
      String plain = decimal.toPlainString();
      return plain.indexOf('.') < 0 ? plain + ".0" : plain;
    }
    String mantissa = decimal.movePointLeft(exponent).toPlainString();
    return Texts.of("%se%s%02d", mantissa, exponent < 0 ? "-" : "+", Math.abs(exponent));
  }

  /** Java 17's own {@code Double.toString} is not always the shortest. */
  private static BigDecimal shortest(double value) {
    BigDecimal exact = new BigDecimal(value);
    for (int digits = 1; digits < MOST_DIGITS; digits++) {
      BigDecimal rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
      if (rounded.doubleValue() == value) {
        return rounded;
      }
    }
    return exact.round(new MathContext(MOST_DIGITS, RoundingMode.HALF_EVEN));
  }

  /**
   * What {@code int(text, base)} gives.
   *
   * @throws NumberFormatException when it is no whole number
   */
  static long whole(String text, int base) {
    String digits = cleaned(text, "0-9a-zA-Z");
    boolean negative = digits.startsWith("-");
    String body = digits.startsWith("+") || negative ? digits.substring(1) : digits;
    int prefixed = prefix(body);
    int radix = base == 0 ? (prefixed == 0 ? 10 : prefixed) : base;
    if (prefixed == radix && prefixed != 0) {
      body = body.substring(body.startsWith("_", 2) ? 3 : 2);
    }
    boolean padded = base == 0 && prefixed == 0 && body.length() > 1 && body.startsWith("0");
    if (body.startsWith("+") || body.startsWith("-") || padded && !body.matches("0+")) {
      throw new NumberFormatException(text);
    }
    return Long.parseLong(negative ? "-" + body : body, radix);
  }

  /**
   * What {@code float(text)} gives.
   *
   * @throws NumberFormatException when it is no number
   */
  static double real(String text) {
    String digits = cleaned(text, "0-9");
    String word = digits.replaceFirst("^[-+]", "").toLowerCase(java.util.Locale.ROOT);
    boolean negative = digits.startsWith("-");
    if (word.equals("inf") || word.equals("infinity")) {
      return negative ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }
    if (word.equals("nan")) {
      return Double.NaN;
    }
    if (!word.matches("(\\d+\\.?\\d*|\\.\\d+)(e[-+]?\\d+)?")) {
      throw new NumberFormatException(text);
    }
    return Double.parseDouble(digits);
  }

  private static int prefix(String digits) {
    if (digits.length() < 3 || digits.charAt(0) != '0') {
      return 0;
    }
    return switch (Character.toLowerCase(digits.charAt(1))) {
      case 'x' -> 16;
      case 'o' -> 8;
      case 'b' -> 2;
      default -> 0;
    };
  }

  /** Without white space around and underscores between digits, digits of any script as 0 to 9. */
  private static String cleaned(String text, String digits) {
    String stripped = PythonStrings.strip(text, true, true);
    if (stripped.length() > LONGEST) {
      throw new NumberFormatException("too long");
    }
    StringBuilder plain = new StringBuilder();
    stripped
        .codePoints()
        .forEach(
            c -> plain.appendCodePoint(Character.isDigit(c) ? '0' + Character.digit(c, 10) : c));
    String joined = plain.toString().replaceAll("(?<=[" + digits + "])_(?=[" + digits + "])", "");
    if (joined.indexOf('_') >= 0) {
      throw new NumberFormatException("an underscore stands outside digits");
    }
    return joined;
  }
}
