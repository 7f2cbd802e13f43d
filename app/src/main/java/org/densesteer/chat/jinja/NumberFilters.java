package org.densesteer.chat.jinja;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;

/** Filters that make numbers. */
final class NumberFilters {

  private NumberFilters() {}

  static void addTo(Map<String, Filters.Filter> all) {
    all.put("length", (input, arguments, budget) -> Values.length(input));
    all.put("count", (input, arguments, budget) -> Values.length(input));
    all.put("int", (input, arguments, budget) -> whole(input, arguments));
    all.put("float", (input, arguments, budget) -> real(input, arguments));
    all.put("abs", (input, arguments, budget) -> abs(input));
    all.put("round", (input, arguments, budget) -> round(input, arguments));
  }

  private static Object whole(Object input, CallArguments arguments) {
    Object otherwise = arguments.get(0, "default", 0L);
    if (input instanceof Double number) {
      return number.isNaN() || number.isInfinite() ? otherwise : (Object) number.longValue();
    }
    if (Comparisons.isNumber(input)) {
      return Arithmetic.whole(input);
    }
    if (input instanceof String text) {
      String digits = PythonStrings.strip(text, true, true);
      try {
        return Long.valueOf(digits);
      } catch (NumberFormatException e) {
        Object number = parse(digits, otherwise);
        return number instanceof Double real ? (Object) real.longValue() : otherwise;
      }
    }
    return otherwise;
  }

  private static Object real(Object input, CallArguments arguments) {
    Object otherwise = arguments.get(0, "default", 0.0);
    if (Comparisons.isNumber(input)) {
      return Arithmetic.real(input);
    }
    return input instanceof String text
        ? parse(PythonStrings.strip(text, true, true), otherwise)
        : otherwise;
  }

  private static Object parse(String text, Object otherwise) {
    boolean plain =
        text.length() <= 400 && text.chars().allMatch(c -> "+-.0123456789eE".indexOf(c) >= 0);
    try {
      return plain ? (Object) Double.valueOf(text) : otherwise;
    } catch (NumberFormatException e) {
      return otherwise;
    }
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
    double value = Arithmetic.real(input);
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      return value;
    }
    int places = (int) Math.max(-300, Math.min(300, arguments.integer(0, "precision", 0)));
    String method = arguments.string(1, "method", "common");
    if (!(input instanceof Double) && method.equals("common") && places >= 0) {
      return Arithmetic.whole(input);
    }
    RoundingMode mode =
        switch (method) {
          case "common" -> RoundingMode.HALF_EVEN;
          case "ceil" -> RoundingMode.CEILING;
          case "floor" -> RoundingMode.FLOOR;
          default -> throw new JinjaException(0, "a number is rounded by an unknown method");
        };
    return new BigDecimal(value).setScale(places, mode).doubleValue();
  }
}
