package org.densesteer.ui.help;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;
import org.densesteer.common.Texts;

/** Points at the parts of the window one after the other; nothing is blocked meanwhile. */
final class Tour {

  private final Scene scene;
  private final TourStop[] stops = TourStop.all();
  private final PopOver bubble = new PopOver();
  private final Label title = new Label();
  private final Label words = new Label();
  private final Label count = new Label();
  private final Button back = new Button("Back");
  private final Button next = new Button("Next");
  private int at;

  /**
   * A tour that has not begun.
   *
   * @param scene the window's content, in which the stops are looked up
   */
  Tour(Scene scene) {
    this.scene = scene;
    title.getStyleClass().add("sheet-title");
    words.setWrapText(true);
    words.getStyleClass().add("tour-words");
    count.getStyleClass().add("note");
    count.setMinWidth(Region.USE_PREF_SIZE);
    next.getStyleClass().add("accent");
    next.setId("tourNext");
    back.setId("tourBack");
    back.setOnAction(event -> go(at - 1));
    next.setOnAction(event -> go(at + 1));
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox foot = new HBox(count, gap, back, next);
    foot.setAlignment(Pos.CENTER_LEFT);
    foot.getStyleClass().add("sheet-foot");
    VBox content = new VBox(title, words, foot);
    content.setId("tour");
    content.getStyleClass().add("tour");
    content.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    bubble.setContentNode(content);
    bubble.setAnimated(false);
    bubble.setDetachable(false);
    bubble.setAutoHide(false);
    bubble.setHideOnEscape(true);
  }

  /** Begins at the first stop. */
  void begin() {
    bubble.getRoot().getStylesheets().setAll(scene.getStylesheets());
    at = -1;
    go(0);
  }

  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.RIGHT) {
      go(at + 1);
      event.consume();
    } else if (event.getCode() == KeyCode.LEFT) {
      go(at - 1);
      event.consume();
    }
  }

  /** Goes to a stop; one whose part is not shown just now is passed over. */
  private void go(int wanted) {
    int step = wanted >= at ? 1 : -1;
    int stop = Math.max(wanted, 0);
    while (stop >= 0 && stop < stops.length && target(stop) == null) {
      stop += step;
    }
    if (stop >= stops.length) {
      bubble.hide();
    } else if (stop >= 0) {
      show(stop);
    }
  }

  private void show(int stop) {
    at = stop;
    title.setText(stops[stop].title());
    words.setText(stops[stop].words());
    count.setText(Texts.of("%d of %d", stop + 1, stops.length));
    back.setDisable(stop == 0);
    next.setText(stop == stops.length - 1 ? "Done" : "Next");
    bubble.hide();
    bubble.setArrowLocation(stops[stop].arrow());
    bubble.show(target(stop));
    next.requestFocus();
  }

  private Node target(int stop) {
    Node node = scene.lookup(stops[stop].node());
    return node != null && treeVisible(node) ? node : null;
  }

  private static boolean treeVisible(Node node) {
    for (Node each = node; each != null; each = each.getParent()) {
      if (!each.isVisible()) {
        return false;
      }
    }
    return true;
  }
}
