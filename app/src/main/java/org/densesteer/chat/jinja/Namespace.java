package org.densesteer.chat.jinja;

import java.util.LinkedHashMap;
import java.util.Map;

/** Variables that loops can change: {@code namespace(a=1)}. */
final class Namespace {

  private final Map<String, Object> values = new LinkedHashMap<>();

  Namespace(Map<?, ?> start) {
    start.forEach((name, value) -> values.put(String.valueOf(name), value));
  }

  Object get(String name) {
    Object value = values.get(name);
    return value == null ? new Undefined("the namespace entry '" + name + "'") : value;
  }

  void set(String name, Object value) {
    values.put(name, value);
  }
}
