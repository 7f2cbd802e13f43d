package org.densesteer.ui.common;

import java.util.List;
import javafx.collections.ObservableList;

/** Lists that are looked at while they change. */
public final class Lists {

  private Lists() {}

  /** Makes a list equal another one, place by place, and touches only places that differ. */
  public static <T> void become(ObservableList<T> list, List<? extends T> wanted) {
    if (list.size() > wanted.size()) {
      list.remove(wanted.size(), list.size());
    }
    for (int i = 0; i < wanted.size(); i++) {
      if (i == list.size()) {
        list.add(wanted.get(i));
      } else if (!list.get(i).equals(wanted.get(i))) {
        list.set(i, wanted.get(i));
      }
    }
  }
}
