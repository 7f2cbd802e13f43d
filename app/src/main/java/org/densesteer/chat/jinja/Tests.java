package org.densesteer.chat.jinja;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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

  private static final Set<String> OTHERS =
      Set.of(
          "boolean",
          "callable",
          "defined",
          "divisibleby",
          "escaped",
          "even",
          "false",
          "filter",
          "float",
          "integer",
          "iterable",
          "lower",
          "mapping",
          "none",
          "number",
          "odd",
          "sameas",
          "sequence",
          "string",
          "test",
          "true",
          "undefined",
          "upper");

  private Tests() {}

  static boolean check(String name, Object value, CallArguments arguments, Budget budget) {
    @Nullable String comparison = COMPARISONS.get(name);
    if (comparison != null) {
      return Comparisons.holds(
          comparison, value, arguments.allow("other").require(0, "other"), budget);
    }
    return switch (name) {
      case "sameas" -> same(value, arguments.allow("other").require(0, "other"));
      case "divisibleby" ->
          equal(remainder(value, arguments.allow("num").require(0, "num"), budget), 0L, budget);
      default -> {
        arguments.allow();
        yield plain(name, value, budget);
      }
    };
  }

  private static boolean plain(String name, Object value, Budget budget) {
    return switch (name) {
      case "defined" -> !(value instanceof Undefined);
      case "undefined" -> value instanceof Undefined;
      case "none" -> value == None.NONE;
      case "true" -> value == Boolean.TRUE;
      case "false" -> value == Boolean.FALSE;
      case "boolean" -> value instanceof Boolean;
      case "string" -> Values.text(value) != null;
      case "number" -> Comparisons.isNumber(value);
      case "integer" -> value instanceof Long;
      case "float" -> value instanceof Double;
      case "mapping" -> value instanceof Map;
      case "iterable" -> Values.isIterable(value) || value instanceof LoopState;
      case "sequence" -> Values.isSequence(value);
      case "callable" -> value instanceof Function || value instanceof Undefined;
      case "escaped" -> value instanceof Markup;
      case "odd" -> equal(remainder(value, 2L, budget), 1L, budget);
      case "even" -> equal(remainder(value, 2L, budget), 0L, budget);
      case "lower" -> Cases.isLower(budget.spend(PythonText.str(value, budget)));
      case "upper" -> Cases.isUpper(budget.spend(PythonText.str(value, budget)));
      case "filter" -> Values.text(value) != null && Filters.exists(Values.text(value));
      case "test" ->
          Values.text(value) != null
              && (COMPARISONS.containsKey(Values.text(value))
                  || OTHERS.contains(Values.text(value)));
      default -> throw new JinjaException(0, "the test '" + name + "' is not supported");
    };
  }

  /** Python asks whether both are one object; small whole numbers and truth values always are. */
  private static boolean same(Object left, Object right) {
    boolean plain = left instanceof Boolean || left instanceof Long number && isSmall(number);
    if (!plain && left != right && left.getClass() == right.getClass() && isUnsure(left)) {
      throw new JinjaException(
          0, "whether two numbers or strings are one object ('sameas') is not supported");
    }
    return plain ? left.equals(right) : left == right;
  }

  private static boolean isSmall(long number) {
    return number >= -5 && number <= 256;
  }

  private static boolean isUnsure(Object value) {
    return value instanceof Number || value instanceof String;
  }

  private static Object remainder(Object value, Object divisor, Budget budget) {
    return Arithmetic.binary("%", value, divisor, budget);
  }

  private static boolean equal(Object left, Object right, Budget budget) {
    return Comparisons.equal(left, right, budget);
  }
}
