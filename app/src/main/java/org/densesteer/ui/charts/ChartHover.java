package org.densesteer.ui.charts;

import java.util.function.LongConsumer;
import javafx.beans.property.IntegerProperty;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Line;
import org.jspecify.annotations.Nullable;

/** A thin rule under the mouse with the values there; a click tells the place. */
final class ChartHover extends Pane {

  private final SeriesChart chart;
  private final Line rule = new Line();
  private final Label words = new Label();
  private final LongConsumer clicked;
  private long place = -1;
  private @Nullable IntegerProperty shared;

  ChartHover(SeriesChart chart, LongConsumer clicked) {
    this.chart = chart;
    this.clicked = clicked;
    getStyleClass().add("chart-hover");
    rule.getStyleClass().add("chart-rule");
    words.getStyleClass().addAll("figure", "chart-readout");
    words.setManaged(false);
    rule.setManaged(false);
    getChildren().addAll(rule, words);
    setOnMouseMoved(this::moved);
    setOnMouseExited(event -> leave());
    setOnMouseClicked(this::click);
    hide();
  }

  /** Marks the same place as others that share it; −1 marks none. */
  void share(IntegerProperty pointed) {
    shared = pointed;
    pointed.subscribe(now -> point(now.longValue()));
  }

  private void moved(MouseEvent event) {
    double at = chart.placeAt(event.getX(), event.getY());
    if (Double.isNaN(at) || ChartReadout.at(chart.data(), Math.round(at)).isEmpty()) {
      leave();
    } else if (shared == null) {
      point(Math.round(at));
    } else {
      shared.set((int) Math.round(at));
    }
  }

  /** Marks a place where there are values, else none. */
  private void point(long wanted) {
    boolean possible = wanted >= 0 && getScene() != null && !chart.data().isEmpty();
    String text = possible ? ChartReadout.at(chart.data(), wanted) : "";
    if (text.isEmpty()) {
      hide();
      return;
    }
    place = wanted;
    words.setText(text);
    words.applyCss();
    words.autosize();
    double x = chart.xOf(place);
    rule.setStartX(x);
    rule.setEndX(x);
    rule.setStartY(0);
    rule.setEndY(getHeight());
    double left = x + 10 + words.getWidth() > getWidth() ? x - 10 - words.getWidth() : x + 10;
    words.relocate(Math.max(0, left), 2);
    rule.setVisible(true);
    words.setVisible(true);
  }

  private void leave() {
    if (shared == null) {
      hide();
    } else {
      shared.set(-1);
    }
  }

  private void hide() {
    place = -1;
    rule.setVisible(false);
    words.setVisible(false);
  }

  private void click(MouseEvent event) {
    if (event.getButton() == MouseButton.PRIMARY && place >= 0) {
      clicked.accept(place);
    }
  }
}
