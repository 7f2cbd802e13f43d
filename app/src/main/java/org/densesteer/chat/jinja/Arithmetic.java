package org.densesteer.chat.jinja;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import org.densesteer.common.Texts;
import org.jspecify.annotations.Nullable;

/** Arithmetic and joining, as Python defines them; whole numbers of 64 bits. */
final class Arithmetic {

  /** Whole numbers up to this one are exact as doubles. */
  private static final long EXACT = 1L << 53;

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
    if (whole(value) == Long.MIN_VALUE) {
      throw new JinjaException(0, "a whole number grows too large");
    }
    return -whole(value);
  }

  static Object plus(Object value) {
    check("+", value, value);
    return value instanceof Double ? value : (Object) whole(value);
  }

  static long whole(Object value) {
    return value instanceof Boolean flag ? (flag ? 1 : 0) : ((Number) value).longValue();
  }

  static double real(Object value) {
    return value instanceof Boolean flag ? (flag ? 1 : 0) : ((Number) value).doubleValue();
  }

  /** What the operators do to strings and lists; null where they calculate. */
  private static @Nullable Object join(String operator, Object left, Object right, Budget budget) {
    boolean texts = Values.text(left) != null && Values.text(right) != null;
    if (operator.equals("+") && texts) {
      return concatenate(left, right, budget);
    }
    if (operator.equals("+")
        && left instanceof List<?> a
        && right instanceof List<?> b
        && left instanceof Tuple == right instanceof Tuple) {
      budget.spend((long) a.size() + b.size());
      List<Object> all = new ArrayList<>(a);
      all.addAll(b);
      return left instanceof Tuple ? new Tuple(all) : all;
    }
    if (operator.equals("*") && Comparisons.isNumber(left) && !(left instanceof Double)) {
      return Comparisons.isNumber(right) ? null : join(operator, right, left, budget);
    }
    if (operator.equals("*") && (right instanceof Long || right instanceof Boolean)) {
      return repeat(left, whole(right), budget);
    }
    return operator.equals("%") && Values.text(left) != null
        ? PercentFormat.format(left, right, budget)
        : null;
  }

  /** Joins two strings; beside a markup the other is escaped. */
  private static Object concatenate(Object left, Object right, Budget budget) {
    if (left instanceof Markup || right instanceof Markup) {
      return new Markup(
          budget.spend(Markup.escape(left, budget).text() + Markup.escape(right, budget).text()));
    }
    return budget.spend((String) left + right);
  }

  private static @Nullable Object repeat(Object value, long times, Budget budget) {
    String text = Values.text(value);
    if (text != null) {
      String repeated = text.repeat(times(times, text.length(), budget));
      return value instanceof Markup ? new Markup(repeated) : repeated;
    }
    if (!(value instanceof List<?> list)) {
      return null;
    }
    List<Object> all = new ArrayList<>();
    for (int i = times(times, list.size(), budget); i > 0; i--) {
      all.addAll(list);
    }
    return list instanceof Tuple ? new Tuple(all) : all;
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
    checkDivisor(operator, right);
    if (operator.equals("**") && right < 0) {
      return realNumbers(operator, left, right);
    }
    return switch (operator) {
      case "+" -> Math.addExact(left, right);
      case "-" -> Math.subtractExact(left, right);
      case "*" -> Math.multiplyExact(left, right);
      case "/" -> quotient(left, right);
      case "//" -> Math.floorDiv(left, right);
      case "%" -> Math.floorMod(left, right);
      default -> power(left, right);
    };
  }

  private static double quotient(long left, long right) {
    if (Math.abs(left) <= EXACT && Math.abs(right) <= EXACT) {
      return (double) left / right;
    }
    return BigDecimal.valueOf(left)
        .divide(BigDecimal.valueOf(right), MathContext.DECIMAL128)
        .doubleValue();
  }

  private static Object realNumbers(String operator, double left, double right) {
    checkDivisor(operator, right);
    return switch (operator) {
      case "+" -> left + right;
      case "-" -> left - right;
      case "*" -> left * right;
      case "/" -> left / right;
      case "//" -> floor(left, right);
      case "%" -> remainder(left, right);
      default -> power(left, right);
    };
  }

  private static void checkDivisor(String operator, double right) {
    if (right == 0 && List.of("/", "//", "%").contains(operator)) {
      throw new JinjaException(0, "a number is divided by zero");
    }
  }

  /** The remainder, with the sign of the divisor. */
  private static double remainder(double left, double right) {
    double remainder = left % right;
    if (remainder == 0) {
      return Math.copySign(0.0, right);
    }
    return right < 0 == remainder < 0 ? remainder : remainder + right;
  }

  /** CPython's {@code float_floor_div}: the quotient without the remainder, made whole. */
  private static double floor(double left, double right) {
    double remainder = left % right;
    double quotient = (left - remainder) / right;
    if (remainder != 0 && right < 0 != remainder < 0) {
      quotient -= 1;
    }
    if (quotient == 0) {
      return Math.copySign(0.0, left / right);
    }
    double floor = Math.floor(quotient);
    return quotient - floor > 0.5 ? floor + 1 : floor;
  }

  private static double power(double base, double exponent) {
    if (base == 0 && exponent < 0) {
      throw new JinjaException(0, "a number is divided by zero");
    }
    if (base < 0 && Double.isFinite(base) && Math.rint(exponent) != exponent) {
      throw new JinjaException(0, "a root of a negative number is not supported");
    }
    if (base == 1 || base == -1 && Double.isInfinite(exponent)) {
      return 1; // as C has it; Java gives no number
    }
    double power = Math.pow(base, exponent);
    if (Double.isInfinite(power) && Double.isFinite(base) && Double.isFinite(exponent)) {
      throw new JinjaException(0, "a number grows too large");
    }
    return power;
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
