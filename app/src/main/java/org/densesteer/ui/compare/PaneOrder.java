package org.densesteer.ui.compare;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.densesteer.ui.trace.ArmViewModel;

/** Which pane stands where: as the arms come, until a person swaps two. */
public final class PaneOrder {

  private final ObservableList<ArmViewModel> order = FXCollections.observableArrayList();
  private final ObservableList<ArmViewModel> marked = FXCollections.observableArrayList();

  PaneOrder(ObservableList<ArmViewModel> arms) {
    order.setAll(arms);
    arms.subscribe(() -> follow(arms));
  }

  private void follow(List<ArmViewModel> arms) {
    marked.retainAll(arms);
    List<ArmViewModel> now = new ArrayList<>(order);
    now.retainAll(arms);
    for (int i = 0; i < arms.size(); i++) {
      if (!now.contains(arms.get(i))) {
        now.add(Math.min(i, now.size()), arms.get(i));
      }
    }
    order.setAll(now);
  }

  /** Marks an arm, or takes its mark off; of more than two the first marked loses its mark. */
  void mark(ArmViewModel arm) {
    if (!marked.remove(arm)) {
      if (marked.size() == 2) {
        marked.remove(0);
      }
      marked.add(arm);
    }
  }

  /** Swaps the two marked panes; without two, the first two. */
  public void swap() {
    boolean two = marked.size() == 2;
    List<ArmViewModel> now = new ArrayList<>(order);
    Collections.swap(
        now, two ? now.indexOf(marked.get(0)) : 0, two ? now.indexOf(marked.get(1)) : 1);
    order.setAll(now);
  }

  /** Place of an arm's pane, from the left. */
  int placeOf(ArmViewModel arm) {
    return order.indexOf(arm);
  }

  /** Whether an arm is marked. */
  boolean isMarked(ArmViewModel arm) {
    return marked.contains(arm);
  }

  /** Calls back at every change. */
  void observe(Runnable heard) {
    order.subscribe(heard);
    marked.subscribe(heard);
  }
}
