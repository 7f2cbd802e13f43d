package org.densesteer.chat.jinja;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Entries of mappings by Python's rules for keys: 1, 1.0 and true are one key. */
final class Dicts {

  private Dicts() {}

  /** The value of a key, or null when there is none. */
  static @Nullable Object find(Map<?, ?> map, Object key, Budget budget) {
    return map.get(known(map, plain(key), budget));
  }

  /** Sets an entry; a key that is there already stays as it was written. */
  static void put(Map<Object, Object> map, Object key, Object value, Budget budget) {
    if (!isHashable(key)) {
      throw new JinjaException(0, Values.describe(key) + " cannot be a key");
    }
    map.put(known(map, plain(key), budget), value);
  }

  /** A mapping from a mapping or from pairs. */
  static Map<Object, Object> of(Object entries, Budget budget) {
    if (entries instanceof Map<?, ?> map) {
      budget.spend(map.size());
      return new LinkedHashMap<>(map);
    }
    Map<Object, Object> map = new LinkedHashMap<>();
    for (Object entry : Values.items(entries, budget)) {
      List<Object> pair = Values.items(entry, budget);
      if (pair.size() != 2) {
        throw new JinjaException(0, "a mapping is made from pairs, not from " + pair.size());
      }
      put(map, pair.get(0), pair.get(1), budget);
    }
    return map;
  }

  /** Whether Python allows the value as a key. */
  static boolean isHashable(Object value) {
    if (value instanceof Tuple tuple) {
      return tuple.stream().allMatch(Dicts::isHashable);
    }
    return !(value instanceof List || value instanceof Map || value instanceof DictView);
  }

  private static Object known(Map<?, ?> map, Object key, Budget budget) {
    if (Comparisons.isNumber(key) && !map.containsKey(key)) {
      budget.spend(map.size());
      for (Object other : new ArrayList<>(map.keySet())) {
        if (Comparisons.isNumber(other) && Comparisons.equal(key, other, budget)) {
          return other;
        }
      }
    }
    return key;
  }

  private static Object plain(Object key) {
    return key instanceof Markup markup ? markup.text() : key;
  }
}
