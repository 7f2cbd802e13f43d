package org.densesteer.ui.common;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/** Nodes that stand for the items of a list. */
public final class Children {

  private Children() {}

  /**
   * Keeps one node for each item in a pane, in the order of the list.
   *
   * @param pane what holds these nodes and no others
   * @param maker makes the node of an item
   * @param end hears of a node whose item has gone
   */
  public static <T, N extends Node> void follow(
      ObservableList<T> items, Pane pane, Function<T, N> maker, Consumer<N> end) {
    List<N> shown = new ArrayList<>();
    items.forEach(item -> shown.add(maker.apply(item)));
    pane.getChildren().setAll(shown);
    ListChangeListener<T> follow =
        change -> {
          while (change.next()) {
            int from = change.getFrom();
            for (int i = 0; i < change.getRemovedSize(); i++) {
              N gone = shown.remove(from);
              pane.getChildren().remove(gone);
              end.accept(gone);
            }
            for (int i = from; i < from + change.getAddedSize(); i++) {
              shown.add(i, maker.apply(change.getList().get(i)));
              pane.getChildren().add(i, shown.get(i));
            }
          }
        };
    items.addListener(follow);
  }
}
