package org.densesteer.ui.trace;

import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** One figure of a header: what it is, its value, and under it the difference to the baseline. */
final class FigureCell extends VBox {

  private final Label caption;
  private final Label value = new Label(FigureText.UNKNOWN);
  private final Label difference = new Label();

  FigureCell(String title, String explanation) {
    caption = new Label(title);
    getStyleClass().add("figure-cell");
    caption.getStyleClass().add("figure-caption");
    value.getStyleClass().addAll("figure", "figure-value");
    difference.getStyleClass().addAll("figure", "figure-difference");
    getChildren().addAll(caption, value, difference);
    for (Label label : new Label[] {caption, value, difference}) {
      label.setMinWidth(USE_PREF_SIZE);
    }
    Tooltip tip = new Tooltip(explanation);
    tip.setShowDelay(Duration.millis(400));
    tip.setWrapText(true);
    tip.setMaxWidth(340);
    Tooltip.install(this, tip);
  }

  void show(String now, String differs) {
    value.setText(now);
    difference.setText(differs);
    setAccessibleText(
        caption.getText() + " " + now + (differs.isEmpty() ? "" : ", " + differs + " to baseline"));
  }
}
