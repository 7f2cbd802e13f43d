package org.densesteer.chat.jinja;

import java.util.ArrayList;
import java.util.List;
import org.densesteer.common.Texts;
import org.jspecify.annotations.Nullable;

/** Arithmetic and joining, as Python defines them; whole numbers of 64 bits. */
final class Arithmetic {

  private Arithmetic() {}

  static Object binary(String operator, Object left, Object right, Budget budget) {
    if (operator.equals("~")) {
      return budget.spend(PythonText.str(left, budget) + PythonText.str(right, budget));
    }
    @Nullable Object joined = join(operator, left, right, budget);
    if (joined != null) {
      return joined;
    }
    check(operator, left, right);
    boolean whole = !(left instanceof Double) && !(right instanceof Double);
    try {
      return whole
          ? wholeNumbers(operator, whole(left), whole(right))
          : realNumbers(operator, real(left), real(right));
    } catch (ArithmeticException e) {
      throw new JinjaException(0, "a whole number grows too large");
    }
  }

  static Object negate(Object value) {
    if (value instanceof Double number) {
      return -number;
    }
    check("-", value, value);
    return -whole(value);
  }

  static long whole(Object value) {
    return value instanceof Boolean flag ? (flag ? 1 : 0) : ((Number) value).longValue();
  }

  static double real(Object value) {
    return value instanceof Boolean flag ? (flag ? 1 : 0) : ((Number) value).doubleValue();
  }

  private static @Nullable Object join(String operator, Object left, Object right, Budget budget) {
    if (operator.equals("+") && left instanceof String a && right instanceof String b) {
      return budget.spend(a + b);
    }
    if (operator.equals("+") && left instanceof List<?> a && right instanceof List<?> b) {
      budget.spend((long) a.size() + b.size());
      List<Object> all = new ArrayList<>(a);
      all.addAll(b);
      return all;
    }
    if (operator.equals("*") && left instanceof Long && !(right instanceof Number)) {
      return join(operator, right, left, budget);
    }
    if (operator.equals("*") && right instanceof Long times && left instanceof String text) {
      return text.repeat(times(times, text.length(), budget));
    }
    if (operator.equals("*") && right instanceof Long times && left instanceof List<?> list) {
      List<Object> all = new ArrayList<>();
      for (int i = times(times, list.size(), budget); i > 0; i--) {
        all.addAll(list);
      }
      return all;
    }
    return null;
  }

  private static int times(long times, int length, Budget budget) {
    long positive = Math.max(0, times);
    budget.spend(Math.min(positive, Budget.UNITS + 1) * Math.max(1, length));
    return (int) positive;
  }

  private static void check(String operator, Object left, Object right) {
    for (Object side : List.of(left, right)) {
      if (side instanceof Undefined undefined) {
        throw undefined.fault();
      }
    }
    if (!Comparisons.isNumber(left) || !Comparisons.isNumber(right)) {
      throw new JinjaException(
          0,
          Texts.of(
              "'%s' does not work between %s and %s",
              operator, Values.describe(left), Values.describe(right)));
    }
  }

  private static Object wholeNumbers(String operator, long left, long right) {
    if (right == 0 && List.of("/", "//", "%").contains(operator)) {
      throw new JinjaException(0, "a number is divided by zero");
    }
    if (operator.equals("**") && right < 0) {
      return Math.pow(left, right);
    }
    return switch (operator) {
      case "+" -> Math.addExact(left, right);
      case "-" -> Math.subtractExact(left, right);
      case "*" -> Math.multiplyExact(left, right);
      case "/" -> (double) left / right;
      case "//" -> Math.floorDiv(left, right);
      case "%" -> Math.floorMod(left, right);
      default -> power(left, right);
    };
  }

  private static Object realNumbers(String operator, double left, double right) {
    if (right == 0 && List.of("/", "//", "%").contains(operator)) {
      throw new JinjaException(0, "a number is divided by zero");
    }
    return switch (operator) {
      case "+" -> left + right;
      case "-" -> left - right;
      case "*" -> left * right;
      case "/" -> left / right;
      case "//" -> Math.floor(left / right);
      case "%" -> left - right * Math.floor(left / right);
      default -> Math.pow(left, right);
    };
  }

  private static long power(long base, long exponent) {
    long result = 1;
    long square = base;
    for (long rest = exponent; rest > 0; rest >>= 1) {
      if ((rest & 1) == 1) {
        result = Math.multiplyExact(result, square);
      }
      if (rest > 1) {
        square = Math.multiplyExact(square, square);
      }
    }
    return result;
  }
}
