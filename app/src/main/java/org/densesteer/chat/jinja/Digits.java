package org.densesteer.chat.jinja;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.densesteer.common.Texts;

/** A number without its sign as text, as C's {@code printf} writes it: rounded half to even. */
final class Digits {

  private Digits() {}

  /** {@code f}: as many digits after the point as wanted. */
  static String fixed(double value, int precision, boolean alternate) {
    String text = new BigDecimal(value).setScale(precision, RoundingMode.HALF_EVEN).toPlainString();
    return precision == 0 && alternate ? text + "." : text;
  }

  /** {@code e}: one digit before the point, and an exponent of at least two digits. */
  static String scientific(double value, int precision, boolean alternate) {
    BigDecimal rounded = rounded(value, precision + 1);
    int exponent = exponent(rounded);
    String mantissa =
        rounded.movePointLeft(exponent).setScale(precision, RoundingMode.HALF_EVEN).toPlainString();
    return Texts.of(
        "%s%se%s%02d",
        mantissa,
        precision == 0 && alternate ? "." : "",
        exponent < 0 ? "-" : "+",
        Math.abs(exponent));
  }

  /**
   * {@code g}: so many digits in all, with an exponent where that is shorter.
   *
   * @param point whether a digit stands after the point in any case, as where Python's format has
   *     no type
   */
  static String general(double value, int precision, boolean alternate, boolean point) {
    int digits = Math.max(1, precision);
    int exponent = exponent(rounded(value, digits));
    if (exponent < -4 || exponent >= digits - (point ? 1 : 0)) {
      String text = scientific(value, digits - 1, alternate);
      int mark = text.indexOf('e');
      return alternate ? text : stripped(text.substring(0, mark)) + text.substring(mark);
    }
    String text = fixed(value, digits - 1 - exponent, alternate);
    String plain = alternate ? text : stripped(text);
    return point && plain.indexOf('.') < 0 ? plain + ".0" : plain;
  }

  /** As {@code repr} has it; the alternate form has a point in any case. */
  static String shortest(double value, boolean alternate) {
    String text = PythonNumbers.repr(value);
    return alternate && text.indexOf('.') < 0 ? text.replace("e", ".e") : text;
  }

  /** Puts a sign between groups of 3 decimal or of 4 other digits before the point. */
  static String grouped(String digits, char sign, int group) {
    int end = 0;
    int radix = group == 4 ? 16 : 10;
    while (end < digits.length() && Character.digit(digits.charAt(end), radix) >= 0) {
      end++;
    }
    StringBuilder out = new StringBuilder(digits.substring(0, end));
    for (int i = end - group; i > 0; i -= group) {
      out.insert(i, sign);
    }
    return out + digits.substring(end);
  }

  private static BigDecimal rounded(double value, int digits) {
    return new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_EVEN));
  }

  private static int exponent(BigDecimal value) {
    return value.signum() == 0 ? 0 : value.precision() - value.scale() - 1;
  }

  private static String stripped(String text) {
    return text.indexOf('.') < 0 ? text : text.replaceFirst("\\.?0+$", "");
  }
}
