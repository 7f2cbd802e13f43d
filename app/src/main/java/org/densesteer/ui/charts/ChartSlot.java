package org.densesteer.ui.charts;

import java.util.List;
import java.util.function.Function;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

/** A place for one chart out of some, chosen by buttons in its head when there are several. */
final class ChartSlot extends StackPane {

  private final Function<ChartMeasure, ChartCard> cards;
  private final HBox buttons = new HBox();
  private final Runnable changed;
  private ChartMeasure shown;

  ChartSlot(List<ChartMeasure> choices, Function<ChartMeasure, ChartCard> cards, Runnable changed) {
    this.cards = cards;
    this.changed = changed;
    this.shown = choices.get(0);
    setMinSize(0, 0);
    setPrefWidth(0);
    buttons.getStyleClass().add("chart-chooser");
    buttons.setMinWidth(USE_PREF_SIZE);
    ToggleGroup group = new ToggleGroup();
    if (choices.size() > 1) {
      choices.forEach(measure -> buttons.getChildren().add(button(measure, group)));
    }
    show(shown);
  }

  private ToggleButton button(ChartMeasure measure, ToggleGroup group) {
    ToggleButton button = new ToggleButton(measure.shortTitle());
    button.setToggleGroup(group);
    button.setSelected(measure == shown);
    button.setAccessibleText(measure.title());
    button.setOnAction(
        event -> {
          button.setSelected(true);
          show(measure);
          changed.run();
        });
    return button;
  }

  private void show(ChartMeasure measure) {
    cards.apply(shown).choose(null);
    shown = measure;
    ChartCard card = cards.apply(measure);
    card.choose(buttons.getChildren().isEmpty() ? null : buttons);
    getChildren().setAll(card);
  }

  ChartMeasure shown() {
    return shown;
  }
}
