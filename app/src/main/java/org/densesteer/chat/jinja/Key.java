package org.densesteer.chat.jinja;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a filter looks at in each item: the item itself, or what an attribute path leads to. */
final class Key {

  private final List<Object> parts;
  private final boolean caseSensitive;
  private final Object otherwise;
  private final Budget budget;

  private Key(List<Object> parts, boolean caseSensitive, Object otherwise, Budget budget) {
    this.parts = parts;
    this.caseSensitive = caseSensitive;
    this.otherwise = otherwise;
    this.budget = budget;
  }

  /**
   * A key.
   *
   * @param attribute none for the item itself, else a path such as {@code a.b.0}
   * @param caseSensitive whether large and small letters differ
   */
  static Key of(Object attribute, boolean caseSensitive, Budget budget) {
    return new Key(parts(attribute), caseSensitive, None.NONE, budget);
  }

  /** The same with a value that stands for what is missing on the way. */
  Key orElse(Object value) {
    return new Key(parts, caseSensitive, value, budget);
  }

  /** The same with large and small letters told apart. */
  Key exactly() {
    return new Key(parts, true, otherwise, budget);
  }

  /** Its value for an item. */
  Object of(Object item) {
    budget.spend(1);
    Object value = item;
    for (Object part : parts) {
      value = Attributes.item(value, part, budget);
      if (value instanceof Undefined && otherwise != None.NONE) {
        value = otherwise;
      }
    }
    String text = caseSensitive ? null : Values.text(value);
    return text == null ? value : budget.spend(text.toLowerCase(Locale.ROOT));
  }

  private static List<Object> parts(Object attribute) {
    if (attribute == None.NONE) {
      return List.of();
    }
    String path = Values.text(attribute);
    if (path == null) {
      return List.of(attribute);
    }
    List<Object> parts = new ArrayList<>();
    for (Object part : PythonStrings.split(path, ".", -1)) {
      String name = (String) part;
      boolean index = name.length() < 10 && Cases.all(name, c -> c >= '0' && c <= '9');
      parts.add(index ? (Object) Long.valueOf(name) : name);
    }
    return parts;
  }
}
