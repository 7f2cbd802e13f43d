package org.densesteer.chat.jinja;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The methods of mappings that change nothing. */
final class MapMethods {

  private MapMethods() {}

  static @Nullable Function find(Map<?, ?> map, String name, Budget budget) {
    return switch (name) {
      case "items" -> view(map, DictView.Kind.ITEMS);
      case "keys" -> view(map, DictView.Kind.KEYS);
      case "values" -> view(map, DictView.Kind.VALUES);
      case "get" -> arguments -> get(map, arguments, budget);
      case "copy" -> arguments -> new LinkedHashMap<>(map);
      case "fromkeys" -> throw new JinjaException(0, "'fromkeys' of a mapping is not supported");
      default -> null;
    };
  }

  private static Function view(Map<?, ?> map, DictView.Kind kind) {
    return arguments -> {
      arguments.allow();
      return new DictView(map, kind);
    };
  }

  private static Object get(Map<?, ?> map, CallArguments arguments, Budget budget) {
    arguments.allow("key", "default");
    Object key = arguments.require(0, "key");
    if (!Dicts.isHashable(key)) {
      throw new JinjaException(0, Values.describe(key) + " cannot be a key");
    }
    @Nullable Object value = Dicts.find(map, key, budget);
    return value == null ? arguments.get(1, "default", None.NONE) : value;
  }
}
