package org.densesteer.chat.jinja;

import java.util.LinkedHashMap;
import java.util.Map;

/** Variables that loops can change: {@code namespace(a=1)}. */
final class Namespace {

  private final Map<Object, Object> values;

  Namespace(Map<Object, Object> start) {
    values = new LinkedHashMap<>(start);
  }

  Object get(String name) {
    Object value = values.get(name);
    return value == null ? new Undefined("the namespace entry '" + name + "'") : value;
  }

  void set(String name, Object value) {
    values.put(name, value);
  }

  /** All of them, for printing. */
  Map<Object, Object> entries() {
    return values;
  }
}
