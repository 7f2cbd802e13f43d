package org.densesteer.ui.extract;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Pairs that left the table, and where they stood in it. */
record Removal(SortedMap<Integer, PairItem> places) {

  static Removal of(List<PairItem> table, Collection<PairItem> leaving) {
    SortedMap<Integer, PairItem> places = new TreeMap<>();
    for (int i = 0; i < table.size(); i++) {
      if (leaving.contains(table.get(i))) {
        places.put(i, table.get(i));
      }
    }
    return new Removal(places);
  }

  int size() {
    return places.size();
  }

  /** Puts them back; at the end, where the table has become shorter meanwhile. */
  void undo(List<PairItem> table) {
    for (Map.Entry<Integer, PairItem> entry : places.entrySet()) {
      table.add(Math.min(entry.getKey(), table.size()), entry.getValue());
    }
  }
}
