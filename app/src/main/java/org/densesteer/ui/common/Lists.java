package org.densesteer.ui.common;

import java.util.List;
import javafx.collections.ObservableList;

/** Lists that are looked at while they change. */
public final class Lists {

  private Lists() {}

  /**
   * Makes a list equal another one, and touches only places that differ: what is put before or
   * after others leaves them alone.
   */
  public static <T> void become(ObservableList<T> list, List<? extends T> wanted) {
    int least = Math.min(list.size(), wanted.size());
    int tail = 0;
    while (tail < least
        && list.get(list.size() - 1 - tail).equals(wanted.get(wanted.size() - 1 - tail))) {
      tail++;
    }
    int end = wanted.size() - tail;
    if (list.size() > wanted.size()) {
      list.remove(end, list.size() - tail);
    }
    for (int i = 0; i < end; i++) {
      if (i == list.size() - tail) {
        list.addAll(i, wanted.subList(i, end));
        return;
      } else if (!list.get(i).equals(wanted.get(i))) {
        list.set(i, wanted.get(i));
      }
    }
  }
}
