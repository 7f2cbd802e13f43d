package org.densesteer.chat.jinja;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code value.name} and {@code value[key]}: entries, items and the methods of values. */
final class Attributes {

  private Attributes() {}

  /** Methods come before entries of the same name, as in Python. */
  static Object attribute(Object value, String name, Budget budget) {
    @Nullable Object found = method(value, name, budget);
    if (found == null && value instanceof Map<?, ?> map) {
      found = map.get(name);
    }
    return found == null ? missing(value, name) : found;
  }

  /** Entries come before methods of the same name, as in Python. */
  static Object item(Object value, Object key, Budget budget) {
    if (value instanceof Undefined undefined) {
      throw undefined.fault();
    }
    if (value instanceof Map<?, ?> map && map.containsKey(key)) {
      return map.get(key);
    }
    if (value instanceof List<?> list && key instanceof Long index) {
      return Slices.item(list, index);
    }
    if (value instanceof String && key instanceof Long index) {
      return Slices.item(Values.items(value, budget), index);
    }
    if (key instanceof String name) {
      @Nullable Object found = method(value, name, budget);
      return found == null ? missing(value, name) : found;
    }
    return new Undefined("an item of " + Values.describe(value));
  }

  private static @Nullable Object method(Object value, String name, Budget budget) {
    if (value instanceof Undefined undefined) {
      throw undefined.fault();
    }
    if (value instanceof String text) {
      return StringMethods.find(text, name, budget);
    }
    if (value instanceof Map<?, ?> map) {
      return MapMethods.find(map, name, budget);
    }
    if (value instanceof Namespace namespace) {
      return namespace.get(name);
    }
    return value instanceof LoopState loop ? loop.attribute(name) : null;
  }

  private static Undefined missing(Object value, String name) {
    return new Undefined("'" + name + "' of " + Values.describe(value));
  }
}
