package org.densesteer.chat.jinja;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code value.name} and {@code value[key]}: entries, items and the methods of values. */
final class Attributes {

  private static final Set<String> CHANGES =
      Set.of(
          "append",
          "clear",
          "extend",
          "insert",
          "pop",
          "popitem",
          "remove",
          "reverse",
          "setdefault",
          "sort",
          "update");

  private Attributes() {}

  /** Methods come before entries of the same name, as in Python. */
  static Object attribute(Object value, String name, Budget budget) {
    @Nullable Object found = own(value, name, budget);
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
    @Nullable Object found =
        value instanceof Map<?, ?> map && Dicts.isHashable(key)
            ? Dicts.find(map, key, budget)
            : indexed(value, key, budget);
    if (found == null && Values.text(key) != null) {
      found = own(value, Values.text(key), budget);
    }
    if (found != null) {
      return found;
    }
    return Values.text(key) == null
        ? new Undefined("an item of " + Values.describe(value))
        : missing(value, Values.text(key));
  }

  /** What {@code value | attr(name)} gives: no entry is looked at. */
  static Object ownAttribute(Object value, String name, Budget budget) {
    @Nullable Object found = own(value, name, budget);
    return found == null ? missing(value, name) : found;
  }

  private static @Nullable Object indexed(Object value, Object key, Budget budget) {
    if (!(key instanceof Long) && !(key instanceof Boolean)) {
      return null;
    }
    long index = Arithmetic.whole(key);
    if (value instanceof List<?> list) {
      return Slices.item(list, index);
    }
    if (value instanceof Range range) {
      return Slices.item(range.numbers(), index);
    }
    if (Values.text(value) == null) {
      return null;
    }
    Object character = Slices.item(Values.items(value, budget), index);
    return value instanceof Markup ? Markup.wrap(character) : character;
  }

  /** A method or property that values of this kind have, or null. */
  private static @Nullable Object own(Object value, String name, Budget budget) {
    if (value instanceof Undefined undefined) {
      throw undefined.fault();
    }
    if (name.startsWith("_")) {
      return null;
    }
    if (Values.text(value) != null) {
      return StringMethods.find(value, name, budget);
    }
    if (value instanceof Map<?, ?> map) {
      return CHANGES.contains(name)
          ? change(name, "a mapping")
          : MapMethods.find(map, name, budget);
    }
    if (value instanceof List<?> list) {
      boolean changes = CHANGES.contains(name) && !(value instanceof Tuple);
      return changes ? change(name, "a list") : ListMethods.find(list, name, budget);
    }
    if (Comparisons.isNumber(value)) {
      return NumberMethods.find(value, name);
    }
    if (value instanceof Range range) {
      return ListMethods.find(range, name, budget);
    }
    if (value instanceof Namespace namespace) {
      return namespace.get(name);
    }
    if (value instanceof LoopState loop) {
      return loop.attribute(name);
    }
    if (value instanceof Cycler cycler) {
      return cycler.attribute(name);
    }
    return value instanceof Function function ? function.attribute(name) : null;
  }

  /** As in Jinja's immutable sandbox: it is there but cannot be used. */
  private static Undefined change(String name, String what) {
    return new Undefined("'" + name + "'", "changes " + what + ", which a template may not do");
  }

  private static Undefined missing(Object value, String name) {
    return new Undefined("'" + name + "' of " + Values.describe(value));
  }
}
