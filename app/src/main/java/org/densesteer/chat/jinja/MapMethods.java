package org.densesteer.chat.jinja;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The methods of mappings that change nothing. */
final class MapMethods {

  private MapMethods() {}

  static @Nullable Function find(Map<?, ?> map, String name, Budget budget) {
    return switch (name) {
      case "items" -> arguments -> items(map, budget);
      case "keys" -> arguments -> Values.items(map, budget);
      case "values" -> arguments -> Values.items(map.values(), budget);
      case "get" -> arguments -> get(map, arguments);
      default -> null;
    };
  }

  /** The entries as tuples of key and value. */
  static List<Object> items(Map<?, ?> map, Budget budget) {
    budget.spend(map.size());
    List<Object> entries = new ArrayList<>(map.size());
    map.forEach((key, value) -> entries.add(new Tuple(List.of(key, value))));
    return entries;
  }

  private static Object get(Map<?, ?> map, CallArguments arguments) {
    @Nullable Object value = map.get(arguments.require(0, "key"));
    return value == null ? arguments.get(1, "default", None.NONE) : value;
  }
}
