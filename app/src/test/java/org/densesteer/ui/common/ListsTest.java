package org.densesteer.ui.common;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.junit.jupiter.api.Test;

class ListsTest {

  /** How many elements came and went. */
  private int touched;

  private ObservableList<Integer> watched(List<Integer> items) {
    ObservableList<Integer> list = FXCollections.observableArrayList(items);
    list.addListener(
        (ListChangeListener<Integer>)
            change -> {
              while (change.next()) {
                touched += change.getAddedSize() + change.getRemovedSize();
              }
            });
    return list;
  }

  @Test
  void whatComesFirstLeavesTheRestAlone() {
    ObservableList<Integer> list = watched(List.of(3, 2, 1));
    Lists.become(list, List.of(4, 3, 2, 1));
    assertEquals(List.of(4, 3, 2, 1), list);
    assertEquals(1, touched);
    Lists.become(list, List.of(4, 2, 1));
    assertEquals(2, touched);
    Lists.become(list, List.of(4, 7, 1, 0));
    assertEquals(List.of(4, 7, 1, 0), list);
  }

  @Test
  void aListBecomesAnyOther() {
    Random random = new Random(3);
    for (int round = 0; round < 500; round++) {
      ObservableList<Integer> list = watched(some(random));
      List<Integer> wanted = some(random);
      Lists.become(list, wanted);
      assertEquals(wanted, list);
      touched = 0;
      Lists.become(list, wanted);
      assertEquals(0, touched);
    }
  }

  private static List<Integer> some(Random random) {
    List<Integer> some = new ArrayList<>();
    for (int i = random.nextInt(7); i > 0; i--) {
      some.add(random.nextInt(3));
    }
    return some;
  }
}
