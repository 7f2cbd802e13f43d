package org.densesteer.chat.jinja;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the values of a template have in common. A value is a String, Long, Double, Boolean, List,
 * Map, {@link None}, {@link Undefined}, {@link Namespace}, {@link LoopState} or {@link Function}.
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
    if (value instanceof Double || value instanceof Float) {
      return ((Number) value).doubleValue();
    }
    if (value instanceof Number number) {
      return number.longValue();
    }
    return value instanceof Boolean ? value : value.toString();
  }

  static boolean isTrue(Object value) {
    if (value instanceof Boolean flag) {
      return flag;
    }
    if (value instanceof String text) {
      return !text.isEmpty();
    }
    if (value instanceof Collection<?> items) {
      return !items.isEmpty();
    }
    if (value instanceof Map<?, ?> map) {
      return !map.isEmpty();
    }
    if (value instanceof Number number) {
      return number.doubleValue() != 0;
    }
    return value != None.NONE && !(value instanceof Undefined);
  }

  /** Number of characters, items or entries. */
  static long length(Object value) {
    if (value instanceof String text) {
      return PythonStrings.length(text);
    }
    if (value instanceof Collection<?> items) {
      return items.size();
    }
    if (value instanceof Map<?, ?> map) {
      return map.size();
    }
    if (value instanceof Undefined) {
      return 0;
    }
    throw new JinjaException(0, describe(value) + " has no length");
  }

  /** The items a loop goes through: those of a list, the keys of a mapping, the characters. */
  static List<Object> items(Object value, Budget budget) {
    budget.spend(isIterable(value) ? length(value) : 0);
    if (value instanceof Collection<?> list) {
      return new ArrayList<>(list);
    }
    if (value instanceof Map<?, ?> map) {
      return new ArrayList<>(map.keySet());
    }
    if (value instanceof String text) {
      return PythonStrings.characters(text);
    }
    if (value instanceof Undefined) {
      return List.of();
    }
    throw new JinjaException(0, describe(value) + " cannot be looped over");
  }

  static boolean isIterable(Object value) {
    return value instanceof Collection
        || value instanceof Map
        || value instanceof String
        || value instanceof Undefined;
  }

  /** Kind of a value, for messages. */
  static String describe(Object value) {
    if (value instanceof Undefined undefined) {
      return undefined.what() + ", which is undefined,";
    }
    if (value instanceof String) {
      return "a string";
    }
    if (value instanceof Boolean) {
      return "a boolean";
    }
    if (value instanceof Number) {
      return "a number";
    }
    if (value instanceof List) {
      return "a list";
    }
    if (value instanceof Map) {
      return "a mapping";
    }
    if (value instanceof Function) {
      return "a function";
    }
    return value == None.NONE ? "none" : "this value";
  }
}
