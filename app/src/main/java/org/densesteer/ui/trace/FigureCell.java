package org.densesteer.ui.trace;

import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import javafx.util.Subscription;
import org.densesteer.common.Texts;
import org.densesteer.metrics.AnswerMeasures;
import org.densesteer.ui.common.Fx;
import org.jspecify.annotations.Nullable;

/** One figure of a header: what it is, its value, and under it the difference to the baseline. */
final class FigureCell extends VBox {

  private final Figure figure;
  private final Label value = new Label();
  private final Label difference = new Label();
  private final FloorTicks ticks = new FloorTicks();
  private final Label verdict = new Label();
  private final Tooltip tip = new Tooltip();
  private final BooleanProperty room = new SimpleBooleanProperty();
  private String generated = "";
  private String floor = "";

  FigureCell(Figure figure) {
    this.figure = figure;
    Label caption = new Label(figure.title());
    getStyleClass().add("figure-cell");
    caption.getStyleClass().add("figure-caption");
    value.getStyleClass().addAll("figure", "figure-value");
    difference.getStyleClass().addAll("figure", "figure-difference");
    verdict.getStyleClass().addAll("figure-caption", "floor-word");
    getChildren().addAll(caption, value, difference, ticks, verdict);
    Fx.visible(ticks, room);
    Fx.visible(verdict, room);
    showFloor(null);
    for (Label label : new Label[] {caption, value, difference, verdict}) {
      label.setMinWidth(USE_PREF_SIZE);
    }
    accessibleTextProperty()
        .bind(
            Bindings.createStringBinding(
                this::words,
                value.textProperty(),
                difference.textProperty(),
                verdict.textProperty()));
    tip.setText(figure.explanation());
    tip.setShowDelay(Duration.millis(400));
    tip.setWrapText(true);
    tip.setMaxWidth(340);
    Tooltip.install(this, tip);
  }

  /** Says beside the step tokens how many were generated, which is another count. */
  void generated(int tokens) {
    if (figure == Figure.TOKENS) {
      generated = Texts.of(" Generated: %d tokens.", tokens);
      explain();
    }
  }

  /** Keeps room for random directions, so that nothing moves when they have answered. */
  void keepRoom(boolean forFloor) {
    room.set(forFloor);
  }

  /** Shows the figure beside those of random directions; null for none. */
  private void showFloor(@Nullable FloorReading reading) {
    String word = reading == null ? "" : reading.word(figure);
    verdict.setText(word);
    if (reading != null) {
      ticks.show(reading.own(figure), reading.baseline(figure), reading.random(figure));
    } else {
      ticks.clear();
    }
    floor = reading == null ? "" : reading.sentence(figure);
    explain();
  }

  private void explain() {
    tip.setText(figure.explanation() + generated + floor);
  }

  private String words() {
    String compared = difference.getText();
    return figure.title()
        + " "
        + value.getText()
        + (compared.isEmpty() ? "" : ", " + compared + " to baseline")
        + (verdict.getText().isEmpty() ? "" : ", " + verdict.getText() + " what any push does");
  }

  /** Shows the figure of measures that are null while nothing was measured. */
  Subscription follow(
      ObservableValue<@Nullable AnswerMeasures> own,
      ObservableValue<@Nullable AnswerMeasures> baseline,
      ObservableValue<@Nullable FloorReading> random) {
    return Subscription.combine(
        random.subscribe(this::showFloor),
        own.map(figure::words).orElse(FigureText.UNKNOWN).subscribe(value::setText),
        own.flatMap(measured -> baseline.map(base -> figure.difference(measured, base)))
            .orElse("")
            .subscribe(difference::setText));
  }
}
