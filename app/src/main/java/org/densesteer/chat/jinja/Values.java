package org.densesteer.chat.jinja;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the values of a template have in common. A value is a String, {@link Markup}, Long, Double,
 * Boolean, List ({@link Tuple} among them), Map, {@link Range}, {@link DictView}, {@link Lazy},
 * {@link None}, {@link Undefined}, {@link Namespace}, {@link LoopState}, {@link Cycler} or {@link
 * Function}.
 */
final class Values {

  private Values() {}

  /** A value of a Java program as a value of a template, copied. */
  static Object fromJava(@Nullable Object value) {
    if (value == null) {
      return None.NONE;
    }
    if (value instanceof Map<?, ?> map) {
      Map<Object, Object> copy = new LinkedHashMap<>();
      map.forEach((key, item) -> copy.put(fromJava(key), fromJava(item)));
      return copy;
    }
    if (value instanceof Collection<?> items) {
      List<Object> copy = new ArrayList<>(items.size());
      items.forEach(item -> copy.add(fromJava(item)));
      return copy;
    }
    if (value instanceof Double || value instanceof Float || value instanceof BigDecimal) {
      return ((Number) value).doubleValue();
    }
    if (value instanceof BigInteger whole && whole.bitLength() > 63) {
      throw new JinjaException(0, "the number " + whole + " is too large");
    }
    if (value instanceof Number number) {
      return number.longValue();
    }
    return value instanceof Boolean ? value : value.toString();
  }

  /** The text of a string, or null when the value is none. */
  static @Nullable String text(Object value) {
    return value instanceof Markup markup
        ? markup.text()
        : value instanceof String text ? text : null;
  }

  static boolean isTrue(Object value) {
    if (value instanceof Boolean flag) {
      return flag;
    }
    if (value instanceof Number number) {
      return number.doubleValue() != 0;
    }
    if (value instanceof Lazy || value instanceof LoopState) {
      return true;
    }
    return isSized(value) ? length(value) > 0 : value != None.NONE;
  }

  /** Number of characters, items or entries. */
  static long length(Object value) {
    String text = text(value);
    if (text != null) {
      return PythonStrings.length(text);
    }
    if (value instanceof Collection<?> items) {
      return items.size();
    }
    if (value instanceof Map<?, ?> map) {
      return map.size();
    }
    if (value instanceof DictView view) {
      return view.map().size();
    }
    if (value instanceof Range range) {
      return range.length();
    }
    if (value instanceof LoopState loop) {
      return loop.length();
    }
    if (value instanceof Undefined) {
      return 0;
    }
    throw new JinjaException(0, describe(value) + " has no length");
  }

  /** The items a loop goes through: those of a list, the keys of a mapping, the characters. */
  static List<Object> items(Object value, Budget budget) {
    if (value instanceof Lazy lazy) {
      List<Object> items = new ArrayList<>();
      lazy.forEachRemaining(items::add);
      return items;
    }
    budget.spend(isIterable(value) ? length(value) : 0);
    String text = text(value);
    if (text != null) {
      return PythonStrings.characters(text);
    }
    if (value instanceof Collection<?> list) {
      return new ArrayList<>(list);
    }
    if (value instanceof Map<?, ?> map) {
      return new ArrayList<>(map.keySet());
    }
    if (value instanceof DictView view) {
      return view.items();
    }
    if (value instanceof Range range) {
      return new ArrayList<>(range.numbers());
    }
    if (value instanceof Undefined) {
      return List.of();
    }
    throw new JinjaException(0, describe(value) + " cannot be looped over");
  }

  /** The same one by one; lazy items are made when they are reached. */
  static Iterator<Object> iterator(Object value, Budget budget) {
    return value instanceof Lazy lazy ? lazy : items(value, budget).iterator();
  }

  /** The same where Jinja takes whatever counts as false for an empty list. */
  static Iterator<Object> iteratorIfTrue(Object value, Budget budget) {
    return isTrue(value) ? iterator(value, budget) : Collections.emptyIterator();
  }

  static boolean isIterable(Object value) {
    return isSized(value) && !(value instanceof LoopState) || value instanceof Lazy;
  }

  /** Whether the value has a length and can be asked for items by index or key. */
  static boolean isSequence(Object value) {
    return isSized(value) && !(value instanceof DictView) && !(value instanceof LoopState);
  }

  private static boolean isSized(Object value) {
    return value instanceof String
        || value instanceof Markup
        || value instanceof Collection
        || value instanceof Map
        || value instanceof DictView
        || value instanceof Range
        || value instanceof LoopState
        || value instanceof Undefined;
  }

  /** Kind of a value, for messages. */
  static String describe(Object value) {
    if (value instanceof Undefined undefined) {
      return undefined.what() + ", which " + undefined.problem() + ",";
    }
    if (value instanceof Lazy lazy) {
      return "what the filter '" + lazy.source() + "' gives, which is no list,";
    }
    if (text(value) != null) {
      return "a string";
    }
    if (value instanceof Boolean) {
      return "a boolean";
    }
    if (value instanceof Number) {
      return "a number";
    }
    if (value instanceof List) {
      return value instanceof Tuple ? "a tuple" : "a list";
    }
    if (value instanceof Map) {
      return "a mapping";
    }
    if (value instanceof DictView view) {
      return "what '" + view.kind().name().toLowerCase(java.util.Locale.ROOT) + "()' gives";
    }
    if (value instanceof Range) {
      return "a range";
    }
    if (value instanceof Function) {
      return "a function";
    }
    if (value instanceof Namespace) {
      return "a namespace";
    }
    return value == None.NONE ? "none" : "this value";
  }
}
