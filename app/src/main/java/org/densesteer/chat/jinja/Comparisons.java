package org.densesteer.chat.jinja;

import java.util.List;
import java.util.Map;

/** Equality, order and membership, as Python defines them. */
final class Comparisons {

  /** A longer search text is charged as the product of both lengths that searching may cost. */
  private static final int CHEAP_NEEDLE = 64;

  private Comparisons() {}

  static boolean holds(String operator, Object left, Object right, Budget budget) {
    return switch (operator) {
      case "==" -> equal(left, right, budget);
      case "!=" -> !equal(left, right, budget);
      case "<" -> compare(left, right, budget) < 0;
      case "<=" -> compare(left, right, budget) <= 0;
      case ">" -> compare(left, right, budget) > 0;
      case ">=" -> compare(left, right, budget) >= 0;
      case "in" -> contains(right, left, budget);
      default -> !contains(right, left, budget);
    };
  }

  static boolean equal(Object left, Object right, Budget budget) {
    budget.enter();
    boolean equal;
    if (isNumber(left) && isNumber(right)) {
      equal = compareNumbers(left, right) == 0;
    } else if (left instanceof List<?> a && right instanceof List<?> b) {
      equal = equalLists(a, b, budget);
    } else if (left instanceof Map<?, ?> a && right instanceof Map<?, ?> b) {
      equal = equalMaps(a, b, budget);
    } else if (left instanceof Undefined) {
      equal = right instanceof Undefined;
    } else {
      equal = isPlain(left) ? left.equals(right) : left == right;
    }
    budget.leave();
    return equal;
  }

  /** Order of two numbers, strings or lists. */
  static int compare(Object left, Object right, Budget budget) {
    if (isNumber(left) && isNumber(right)) {
      return compareNumbers(left, right);
    }
    if (left instanceof String a && right instanceof String b) {
      budget.spend(Math.min(a.length(), b.length()));
      return compareStrings(a, b);
    }
    if (left instanceof List<?> a && right instanceof List<?> b) {
      budget.enter();
      int order = 0;
      for (int i = 0; order == 0 && i < Math.min(a.size(), b.size()); i++) {
        order = compare(a.get(i), b.get(i), budget);
      }
      budget.leave();
      return order != 0 ? order : Integer.compare(a.size(), b.size());
    }
    throw new JinjaException(
        0, Values.describe(left) + " cannot be compared with " + Values.describe(right));
  }

  static boolean contains(Object container, Object value, Budget budget) {
    if (container instanceof String text) {
      if (value instanceof String part) {
        long cost = part.length() > CHEAP_NEEDLE ? part.length() / CHEAP_NEEDLE : 1;
        budget.spend(text.length() * cost);
        return text.contains(part);
      }
      throw new JinjaException(0, Values.describe(value) + " cannot be looked for in a string");
    }
    if (container instanceof Map<?, ?> map) {
      return map.containsKey(value);
    }
    for (Object item : Values.items(container, budget)) {
      if (equal(item, value, budget)) {
        return true;
      }
    }
    return false;
  }

  static boolean isNumber(Object value) {
    return value instanceof Number || value instanceof Boolean;
  }

  private static int compareNumbers(Object left, Object right) {
    return left instanceof Double || right instanceof Double
        ? Double.compare(Arithmetic.real(left) + 0.0, Arithmetic.real(right) + 0.0)
        : Long.compare(Arithmetic.whole(left), Arithmetic.whole(right));
  }

  private static int compareStrings(String left, String right) {
    int length = Math.min(left.length(), right.length());
    for (int i = 0; i < length; ) {
      int a = left.codePointAt(i);
      int b = right.codePointAt(i);
      if (a != b) {
        return Integer.compare(a, b);
      }
      i += Character.charCount(a);
    }
    return Integer.compare(left.length(), right.length());
  }

  private static boolean isPlain(Object value) {
    return value instanceof String || value == None.NONE || value instanceof Boolean;
  }

  private static boolean equalLists(List<?> left, List<?> right, Budget budget) {
    boolean equal = left.size() == right.size() && left instanceof Tuple == right instanceof Tuple;
    for (int i = 0; equal && i < left.size(); i++) {
      equal = equal(left.get(i), right.get(i), budget);
    }
    return equal;
  }

  private static boolean equalMaps(Map<?, ?> left, Map<?, ?> right, Budget budget) {
    if (left.size() != right.size()) {
      return false;
    }
    for (Map.Entry<?, ?> entry : left.entrySet()) {
      Object other = right.get(entry.getKey());
      if (other == null || !equal(entry.getValue(), other, budget)) {
        return false;
      }
    }
    return true;
  }
}
