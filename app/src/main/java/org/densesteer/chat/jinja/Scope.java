package org.densesteer.chat.jinja;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Variables, looked up from the innermost scope outwards and set in the innermost. */
final class Scope {

  private final Map<String, Object> values = new HashMap<>();
  private final @Nullable Scope outer;

  Scope(@Nullable Scope outer) {
    this.outer = outer;
  }

  Object get(String name) {
    for (Scope scope = this; scope != null; scope = scope.outer) {
      Object value = scope.values.get(name);
      if (value != null) {
        return value;
      }
    }
    return new Undefined("'" + name + "'");
  }

  void set(String name, Object value) {
    values.put(name, value);
  }
}
