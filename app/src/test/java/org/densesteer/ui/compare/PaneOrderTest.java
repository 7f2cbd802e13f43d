package org.densesteer.ui.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.densesteer.ui.trace.ArmViewModel;
import org.junit.jupiter.api.Test;

class PaneOrderTest {

  private final ObservableList<ArmViewModel> arms =
      FXCollections.observableArrayList(
          IntStream.range(0, 4)
              .mapToObj(i -> new ArmViewModel("arm " + i, i, String::length))
              .toList());
  private final PaneOrder order = new PaneOrder(arms);

  private List<Integer> places() {
    return arms.stream().map(order::placeOf).toList();
  }

  @Test
  void theFirstTwoAreSwappedWithoutMarks() {
    order.swap();
    assertEquals(List.of(1, 0, 2, 3), places());
    order.swap();
    assertEquals(List.of(0, 1, 2, 3), places());
  }

  @Test
  void theTwoMarkedLastAreSwapped() {
    order.mark(arms.get(0));
    order.mark(arms.get(1));
    order.mark(arms.get(3));
    order.swap();
    assertEquals(List.of(0, 3, 2, 1), places());
    order.mark(arms.get(3));
    order.swap();
    assertEquals(List.of(1, 3, 2, 0), places(), "one mark is none");
  }

  @Test
  void armsThatComeAndGoLeaveTheOthersWhereTheyAre() {
    order.swap();
    arms.remove(2);
    assertEquals(List.of(1, 0, 2), places());
    arms.add(new ArmViewModel("new", 5, String::length));
    assertEquals(List.of(1, 0, 2, 3), places());
  }
}
