package org.densesteer.ui.extract;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Pairs that left the table, and where they stood in it. */
record Removal(SortedMap<Integer, PairItem> places) implements TableUndo {

  static Removal of(List<PairItem> table, Collection<PairItem> leaving) {
    SortedMap<Integer, PairItem> places = new TreeMap<>();
    for (int i = 0; i < table.size(); i++) {
      if (leaving.contains(table.get(i))) {
        places.put(i, table.get(i));
      }
    }
    return new Removal(places);
  }

  @Override
  public String sentence() {
    return places.size() == 1 ? "A pair was removed." : places.size() + " pairs were removed.";
  }

  /** At the end, where the table has become shorter meanwhile. */
  @Override
  public void undo(PairsViewModel table) {
    List<PairItem> items = table.items();
    for (Map.Entry<Integer, PairItem> entry : places.entrySet()) {
      items.add(Math.min(entry.getKey(), items.size()), entry.getValue());
    }
  }
}
