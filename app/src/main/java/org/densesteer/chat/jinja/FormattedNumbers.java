package org.densesteer.chat.jinja;

import java.util.Locale;

/** Numbers laid out as a format specification says. */
final class FormattedNumbers {

  private FormattedNumbers() {}

  static String whole(long value, FormatSpec spec) {
    char type = spec.type();
    if (type != 0 && "eEfFgG%".indexOf(type) >= 0) {
      return real(value, spec);
    }
    refuse(spec.precision() >= 0, "a whole number is given digits after the point");
    refuse(spec.plainZero(), "'z' stands in the format of a whole number");
    refuse(type == 'n' && spec.grouping() != 0, "'n' does not go with groups in a format");
    String digits = Long.toUnsignedString(Math.abs(value));
    String prefix = "";
    int group = 3;
    switch (type) {
      case 0, 'd', 'n' -> {}
      case 'c' -> {
        refuse(value < 0 || value > Character.MAX_CODE_POINT, value + " is no character");
        boolean signed = spec.sign() != 0 || spec.alternate() || spec.grouping() != 0;
        refuse(signed, "a character is given the format of a number");
        return spec.fill(Character.toString((int) value), '<');
      }
      case 'b', 'o', 'x', 'X' -> {
        int base = type == 'b' ? 2 : type == 'o' ? 8 : 16;
        String based = Long.toUnsignedString(Math.abs(value), base);
        digits = type == 'X' ? based.toUpperCase(Locale.ROOT) : based;
        prefix = spec.alternate() ? "0" + type : "";
        group = 4;
        refuse(spec.grouping() == ',', "',' does not go with '" + type + "' in a format");
      }
      default -> throw unknown(type, "a whole number");
    }
    return laidOut(value < 0, prefix, digits, group, spec);
  }

  static String real(double value, FormatSpec spec) {
    char type = spec.type();
    if (type != 0 && "eEfFgGn%".indexOf(type) < 0) {
      throw unknown(type, "a number");
    }
    refuse(type == 'n' && spec.grouping() != 0, "'n' does not go with groups in a format");
    String digits = digits(Math.abs(value), spec);
    String cased = Character.isUpperCase(type) ? digits.toUpperCase(Locale.ROOT) : digits;
    boolean zero = spec.plainZero() && cased.chars().noneMatch(c -> c >= '1' && c <= '9');
    boolean negative =
        !Double.isNaN(value) && Math.copySign(1, value) < 0 && !(zero && Double.isFinite(value));
    return laidOut(negative, "", cased, 3, spec);
  }

  private static String digits(double size, FormatSpec spec) {
    int precision = spec.precision() < 0 ? 6 : spec.precision();
    if (!Double.isFinite(size)) {
      return (Double.isNaN(size) ? "nan" : "inf") + (spec.type() == '%' ? "%" : "");
    }
    return switch (Character.toLowerCase(spec.type())) {
      case 'f' -> Digits.fixed(size, precision, spec.alternate());
      case '%' -> percent(size, precision, spec.alternate());
      case 'e' -> Digits.scientific(size, precision, spec.alternate());
      case 'g', 'n' -> Digits.general(size, precision, spec.alternate(), false);
      default ->
          spec.precision() < 0
              ? Digits.shortest(size, spec.alternate())
              : Digits.general(size, precision, spec.alternate(), true);
    };
  }

  private static String percent(double size, int precision, boolean alternate) {
    double hundredfold = size * 100;
    return Double.isFinite(hundredfold)
        ? Digits.fixed(hundredfold, precision, alternate) + "%"
        : "inf%";
  }

  private static String laidOut(
      boolean negative, String prefix, String digits, int group, FormatSpec spec) {
    String sign = negative ? "-" : spec.sign() == '+' || spec.sign() == ' ' ? "" + spec.sign() : "";
    String before = sign + prefix;
    String body = digits;
    boolean zeros = spec.align() == '=' && spec.fill() == '0';
    if (spec.grouping() != 0) {
      body = Digits.grouped(digits, spec.grouping(), group);
      String longer = digits;
      while (zeros && before.length() + body.length() < spec.width()) {
        longer = "0" + longer;
        body = Digits.grouped(longer, spec.grouping(), group);
      }
    }
    if (spec.align() == '=') {
      int missing = spec.width() - before.length() - body.length();
      return before + Character.toString(spec.fill()).repeat(Math.max(0, missing)) + body;
    }
    return spec.fill(before + body, '>');
  }

  private static void refuse(boolean wrong, String problem) {
    if (wrong) {
      throw new JinjaException(0, problem);
    }
  }

  private static JinjaException unknown(char type, String what) {
    return new JinjaException(0, "'" + type + "' is no type of a format for " + what);
  }
}
