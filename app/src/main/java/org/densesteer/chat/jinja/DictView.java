package org.densesteer.chat.jinja;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What {@code keys()}, {@code values()} or {@code items()} of a mapping gives: it has no index. */
record DictView(Map<?, ?> map, Kind kind) {

  /** Which part of the entries. */
  enum Kind {
    KEYS,
    VALUES,
    ITEMS
  }

  /** The keys, the values, or tuples of both. */
  List<Object> items() {
    List<Object> items = new ArrayList<>(map.size());
    switch (kind) {
      case KEYS -> items.addAll(map.keySet());
      case VALUES -> items.addAll(map.values());
      case ITEMS -> map.forEach((key, value) -> items.add(new Tuple(List.of(key, value))));
    }
    return items;
  }
}
