package org.densesteer.ui.stage;

import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.densesteer.common.Texts;

/** An answer of which nothing is shown but its words and a letter. */
final class BlindPane extends VBox {

  private final Label text = new Label();
  private final ScrollPane scroller = new ScrollPane(text);

  /**
   * Creates the pane.
   *
   * @param letter stands in the place of the name
   * @param answer the whole text
   */
  BlindPane(String letter, String answer) {
    Label head = new Label(letter);
    head.getStyleClass().add("blind-letter");
    head.setMaxWidth(Double.MAX_VALUE);
    head.setMinHeight(USE_PREF_SIZE);
    text.setText(answer.strip());
    text.setWrapText(true);
    text.getStyleClass().add("blind-text");
    scroller.setFitToWidth(true);
    scroller.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroller.setFocusTraversable(false);
    scroller.setAccessibleText("Answer " + letter);
    scroller.getStyleClass().add("trace-scroll");
    scroller.setMinHeight(0);
    VBox.setVgrow(scroller, Priority.ALWAYS);
    setMinSize(0, 0);
    setPrefWidth(0);
    getStyleClass().add("blind-pane");
    getChildren().setAll(head, scroller);
  }

  void zoomText(double factor) {
    text.setStyle(Texts.of("-fx-font-size: %.2fem;", factor));
  }

  /** Scrolls by a part of what is out of sight. */
  void scroll(double by) {
    scroller.setVvalue(Math.min(1, Math.max(0, scroller.getVvalue() + by)));
  }
}
