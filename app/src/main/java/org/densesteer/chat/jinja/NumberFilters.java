package org.densesteer.chat.jinja;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Map;

/** Filters that make numbers. */
final class NumberFilters {

  private static final String[] PREFIXES = {"k", "M", "G", "T", "P", "E", "Z", "Y"};

  private NumberFilters() {}

  static void addTo(Map<String, Filters.Filter> all) {
    Filters.Filter length = (input, arguments, budget) -> Values.length(input);
    all.put("length", length.taking());
    all.put("count", length.taking());
    Filters.Filter whole = (input, arguments, budget) -> whole(input, arguments);
    all.put("int", whole.taking("default", "base"));
    Filters.Filter real = (input, arguments, budget) -> real(input, arguments);
    all.put("float", real.taking("default"));
    Filters.Filter abs = (input, arguments, budget) -> abs(input);
    all.put("abs", abs.taking());
    Filters.Filter round = (input, arguments, budget) -> round(input, arguments);
    all.put("round", round.taking("precision", "method"));
    Filters.Filter size = (input, arguments, budget) -> fileSize(input, arguments);
    all.put("filesizeformat", size.taking("binary"));
  }

  private static Object whole(Object input, CallArguments arguments) {
    Object otherwise = arguments.get(0, "default", 0L);
    String text = Values.text(input);
    try {
      if (text == null) {
        return Comparisons.isNumber(input) && !(input instanceof Double)
            ? Arithmetic.whole(input)
            : truncated(number(input));
      }
      int base = (int) arguments.integer(1, "base", 10);
      return base == 0 || base >= 2 && base <= 36
          ? PythonNumbers.whole(text, base)
          : truncated(number(input));
    } catch (NumberFormatException e) {
      try {
        return truncated(number(input));
      } catch (NumberFormatException again) {
        return otherwise;
      }
    }
  }

  private static Object truncated(double value) {
    if (!Double.isFinite(value)) {
      throw new NumberFormatException("not a whole number");
    }
    if (Math.abs(value) >= Long.MAX_VALUE) {
      throw new JinjaException(0, "a whole number is too large");
    }
    return (long) value;
  }

  private static Object real(Object input, CallArguments arguments) {
    try {
      return number(input);
    } catch (NumberFormatException e) {
      return arguments.get(0, "default", 0.0);
    }
  }

  /** What Python's {@code float} gives. */
  private static double number(Object input) {
    if (input instanceof Undefined undefined) {
      throw undefined.fault();
    }
    if (Comparisons.isNumber(input)) {
      return Arithmetic.real(input);
    }
    String text = Values.text(input);
    if (text == null) {
      throw new NumberFormatException("not a number");
    }
    return PythonNumbers.real(text);
  }

  private static Object abs(Object input) {
    if (input instanceof Double number) {
      return Math.abs(number);
    }
    if (Comparisons.isNumber(input)) {
      return Math.abs(Arithmetic.whole(input));
    }
    throw new JinjaException(0, Values.describe(input) + " has no absolute value");
  }

  private static Object round(Object input, CallArguments arguments) {
    if (!Comparisons.isNumber(input)) {
      throw new JinjaException(0, Values.describe(input) + " cannot be rounded");
    }
    String method = arguments.string(1, "method", "common");
    int places = (int) Math.max(-400, Math.min(400, arguments.integer(0, "precision", 0)));
    boolean real = input instanceof Double;
    double value = Arithmetic.real(input);
    if (method.equals("common")) {
      if (real && !Double.isFinite(value)) {
        return value;
      }
      BigDecimal exact = real ? new BigDecimal(value) : BigDecimal.valueOf(Arithmetic.whole(input));
      if (!real && places >= 0) {
        return Arithmetic.whole(input);
      }
      BigDecimal rounded = exact.setScale(places, RoundingMode.HALF_EVEN);
      return real
          ? (Object) Math.copySign(rounded.doubleValue(), value)
          : (Object) rounded.longValue();
    }
    if (!method.equals("ceil") && !method.equals("floor")) {
      throw new JinjaException(0, "a number is rounded by an unknown method");
    }
    if (!Double.isFinite(value)) {
      throw new JinjaException(0, "a number without end is rounded");
    }
    double scaled = value * Math.pow(10, places);
    double whole = method.equals("ceil") ? Math.ceil(scaled) : Math.floor(scaled);
    return (whole + 0.0) / Math.pow(10, places); // + 0.0: a whole number has no negative zero
  }

  private static Object fileSize(Object input, CallArguments arguments) {
    double bytes;
    try {
      bytes = number(input);
    } catch (NumberFormatException e) {
      throw new JinjaException(0, Values.describe(input) + " is no file size");
    }
    boolean binary = arguments.flag(0, "binary", false);
    int base = binary ? 1024 : 1000;
    if (bytes == 1) {
      return "1 Byte";
    }
    if (bytes < base) {
      return (long) bytes + " Bytes";
    }
    String unit = binary ? "iB" : "B";
    for (int i = 0; ; i++) {
      double limit = BigInteger.valueOf(base).pow(i + 2).doubleValue();
      if (bytes < limit || i == PREFIXES.length - 1) {
        String prefix = binary && i == 0 ? "K" : PREFIXES[i];
        String number = FormattedNumbers.real(base * bytes / limit, FormatSpec.parse(".1f"));
        return number + " " + prefix + unit;
      }
    }
  }
}
