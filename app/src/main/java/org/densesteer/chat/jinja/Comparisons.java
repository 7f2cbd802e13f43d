package org.densesteer.chat.jinja;

import java.math.BigDecimal;
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
      case "<" -> isOrdered(left, right) && compare(left, right, budget) < 0;
      case "<=" -> isOrdered(left, right) && compare(left, right, budget) <= 0;
      case ">" -> isOrdered(left, right) && compare(left, right, budget) > 0;
      case ">=" -> isOrdered(left, right) && compare(left, right, budget) >= 0;
      case "in" -> contains(right, left, budget);
      default -> !contains(right, left, budget);
    };
  }

  static boolean equal(Object left, Object right, Budget budget) {
    budget.enter();
    boolean equal;
    String text = Values.text(left);
    if (text != null) {
      equal = text.equals(Values.text(right));
    } else if (isNumber(left) && isNumber(right)) {
      equal = isOrdered(left, right) && compareNumbers(left, right) == 0;
    } else if (left instanceof List<?> a && right instanceof List<?> b) {
      equal = left instanceof Tuple == right instanceof Tuple && equalLists(a, b, budget);
    } else if (left instanceof Map<?, ?> a && right instanceof Map<?, ?> b) {
      equal = equalMaps(a, b, budget);
    } else if (left instanceof Range a && right instanceof Range b) {
      equal = equalLists(a.numbers(), b.numbers(), budget);
    } else if (left instanceof DictView a && right instanceof DictView b) {
      equal = equalViews(a, b, budget);
    } else if (left instanceof Undefined) {
      equal = right instanceof Undefined;
    } else {
      equal = left == right;
    }
    budget.leave();
    return equal;
  }

  /** Order of two numbers, strings, lists or tuples. */
  static int compare(Object left, Object right, Budget budget) {
    if (isNumber(left) && isNumber(right)) {
      return compareNumbers(left, right);
    }
    String a = Values.text(left);
    String b = Values.text(right);
    if (a != null && b != null) {
      budget.spend(Math.min(a.length(), b.length()));
      return compareStrings(a, b);
    }
    if (left instanceof List<?> first
        && right instanceof List<?> second
        && left instanceof Tuple == right instanceof Tuple) {
      return compareLists(first, second, budget);
    }
    throw new JinjaException(
        0, Values.describe(left) + " cannot be compared with " + Values.describe(right));
  }

  static boolean contains(Object container, Object value, Budget budget) {
    String text = Values.text(container);
    if (text != null) {
      String part = Values.text(value);
      if (part == null) {
        throw new JinjaException(0, Values.describe(value) + " cannot be looked for in a string");
      }
      paySearch(text, part, budget);
      return text.contains(part);
    }
    if (container instanceof Map<?, ?> map) {
      if (!Dicts.isHashable(value)) {
        throw new JinjaException(0, Values.describe(value) + " cannot be a key");
      }
      return Dicts.find(map, value, budget) != null;
    }
    for (var items = Values.iterator(container, budget); items.hasNext(); ) {
      if (equal(items.next(), value, budget)) {
        return true;
      }
    }
    return false;
  }

  /** Pays for looking for a part in a text. */
  static void paySearch(String text, String part, Budget budget) {
    long cost = part.length() > CHEAP_NEEDLE ? part.length() / CHEAP_NEEDLE : 1;
    budget.spend(text.length() * cost);
  }

  static boolean isNumber(Object value) {
    return value instanceof Number || value instanceof Boolean;
  }

  /** Order of two texts by their code points. */
  static int compareStrings(String left, String right) {
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

  /** Nothing is smaller or larger than, or equal to, what is not a number. */
  private static boolean isOrdered(Object left, Object right) {
    boolean numbers = isNumber(left) && isNumber(right);
    return !numbers
        || !Double.isNaN(Arithmetic.real(left)) && !Double.isNaN(Arithmetic.real(right));
  }

  private static int compareNumbers(Object left, Object right) {
    boolean leftReal = left instanceof Double;
    if (!leftReal && !(right instanceof Double)) {
      return Long.compare(Arithmetic.whole(left), Arithmetic.whole(right));
    }
    double a = Arithmetic.real(left);
    double b = Arithmetic.real(right);
    if (leftReal == right instanceof Double || !Double.isFinite(a) || !Double.isFinite(b)) {
      return Double.compare(a + 0.0, b + 0.0);
    }
    return exact(left).compareTo(exact(right));
  }

  private static BigDecimal exact(Object number) {
    return number instanceof Double real
        ? new BigDecimal(real)
        : BigDecimal.valueOf(Arithmetic.whole(number));
  }

  /** The first items that differ decide. */
  private static int compareLists(List<?> left, List<?> right, Budget budget) {
    budget.enter();
    int order = Integer.compare(left.size(), right.size());
    for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
      if (!equal(left.get(i), right.get(i), budget)) {
        order = compare(left.get(i), right.get(i), budget);
        break;
      }
    }
    budget.leave();
    return order;
  }

  private static boolean equalLists(List<?> left, List<?> right, Budget budget) {
    boolean equal = left.size() == right.size();
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
      Object other = Dicts.find(right, entry.getKey(), budget);
      if (other == null || !equal(entry.getValue(), other, budget)) {
        return false;
      }
    }
    return true;
  }

  /** Keys and entries are equal as sets are; values are only equal to themselves. */
  private static boolean equalViews(DictView left, DictView right, Budget budget) {
    if (left.kind() == DictView.Kind.VALUES || left.kind() != right.kind()) {
      return false;
    }
    List<Object> others = right.items();
    return left.map().size() == right.map().size()
        && left.items().stream().allMatch(item -> contains(others, item, budget));
  }
}
