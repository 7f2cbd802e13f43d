package org.densesteer.chat.jinja;

import java.util.Locale;
import java.util.Map;

/** All tests by name: {@code value is name(arguments)}. */
final class Tests {

  private static final Map<String, String> COMPARISONS =
      Map.ofEntries(
          Map.entry("eq", "=="),
          Map.entry("equalto", "=="),
          Map.entry("==", "=="),
          Map.entry("ne", "!="),
          Map.entry("!=", "!="),
          Map.entry("lt", "<"),
          Map.entry("lessthan", "<"),
          Map.entry("<", "<"),
          Map.entry("le", "<="),
          Map.entry("<=", "<="),
          Map.entry("gt", ">"),
          Map.entry("greaterthan", ">"),
          Map.entry(">", ">"),
          Map.entry("ge", ">="),
          Map.entry(">=", ">="),
          Map.entry("in", "in"));

  private Tests() {}

  static boolean check(String name, Object value, CallArguments arguments, Budget budget) {
    String comparison = COMPARISONS.get(name);
    if (comparison != null) {
      return Comparisons.holds(comparison, value, arguments.require(0, "other"), budget);
    }
    return switch (name) {
      case "defined" -> !(value instanceof Undefined);
      case "undefined" -> value instanceof Undefined;
      case "none" -> value == None.NONE;
      case "true" -> value == Boolean.TRUE;
      case "false" -> value == Boolean.FALSE;
      case "boolean" -> value instanceof Boolean;
      case "string" -> value instanceof String;
      case "number" -> Comparisons.isNumber(value);
      case "integer" -> value instanceof Long;
      case "float" -> value instanceof Double;
      case "mapping" -> value instanceof Map;
      case "iterable", "sequence" -> Values.isIterable(value);
      case "callable" -> value instanceof Function;
      case "sameas" -> same(value, arguments.require(0, "other"));
      case "odd" -> remainder(value, 2, budget) == 1;
      case "even" -> remainder(value, 2, budget) == 0;
      case "divisibleby" -> remainder(value, arguments.integer(0, "num", 1), budget) == 0;
      case "lower" -> cased(value, true, budget);
      case "upper" -> cased(value, false, budget);
      default -> throw new JinjaException(0, "the test '" + name + "' is not supported");
    };
  }

  private static boolean same(Object left, Object right) {
    boolean plain = left instanceof Boolean || left instanceof String || left instanceof Long;
    return plain ? left.equals(right) : left == right;
  }

  private static long remainder(Object value, long divisor, Budget budget) {
    return (Long) Arithmetic.binary("%", whole(value), divisor, budget);
  }

  private static Object whole(Object value) {
    if (value instanceof Double) {
      throw new JinjaException(0, "a whole number is expected");
    }
    return value;
  }

  private static boolean cased(Object value, boolean lower, Budget budget) {
    String text = budget.spend(PythonText.str(value, budget));
    String small = text.toLowerCase(Locale.ROOT);
    String large = text.toUpperCase(Locale.ROOT);
    return text.equals(lower ? small : large) && !small.equals(large);
  }
}
