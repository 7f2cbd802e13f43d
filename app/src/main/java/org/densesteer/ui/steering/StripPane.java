package org.densesteer.ui.steering;

import java.util.Locale;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.densesteer.common.Texts;
import org.densesteer.evaluation.strip.Strip;
import org.densesteer.evaluation.strip.StripCell;
import org.densesteer.ui.common.Fx;
import org.jspecify.annotations.Nullable;

/** A strip with what makes it: a button, a choice of the figure, and the bars. */
final class StripPane extends VBox {

  private final StripViewModel viewModel;
  private final Button run = new Button();
  private final ComboBox<StripChoice> figure = new ComboBox<>();
  private final StripBars bars = new StripBars();
  private final Label words = new Label();

  StripPane(StripViewModel viewModel) {
    this.viewModel = viewModel;
    String across = viewModel.across().words();
    getStyleClass().add("strip");
    run.setId("strip-" + viewModel.across().name().toLowerCase(Locale.ROOT));
    run.getStyleClass().addAll("small", "flat");
    Fx.describe(
        run,
        "Strip of " + across,
        "Answer the question at "
            + across
            + " in one batch, beside three random directions of equal push (grey ticks).");
    run.textProperty().bind(viewModel.busyProperty().map(busy -> busy ? "Cancel" : "Strip"));
    run.disableProperty().bind(viewModel.readyProperty().map(ready -> !ready));
    run.setOnAction(event -> press());
    figure.getItems().setAll(StripChoice.values());
    figure.setConverter(Fx.named(StripChoice::words));
    figure.setValue(StripChoice.DENSITY);
    figure.getStyleClass().add("small");
    Fx.describe(figure, "Figure of the strip of " + across, "What the bars show.");
    words.getStyleClass().add("note");
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.SOMETIMES);
    HBox head = new HBox(run, words, gap, figure);
    head.getStyleClass().add("field-head");
    getChildren().setAll(head, bars);
    ObservableValue<Boolean> shown = viewModel.stripProperty().map(strip -> true).orElse(false);
    Fx.visible(bars, shown);
    Fx.visible(figure, shown);
    bars.setOnSelect(viewModel::take);
    viewModel.stripProperty().subscribe(strip -> show());
    figure.valueProperty().subscribe(choice -> show());
    viewModel.steering().stateProperty().subscribe(state -> select());
  }

  private void press() {
    if (viewModel.busyProperty().get()) {
      viewModel.cancel();
    } else {
      viewModel.run();
    }
  }

  private void show() {
    Strip strip = viewModel.stripProperty().get();
    bars.show(strip, figure.getValue());
    words.setText(words(strip, figure.getValue()));
    select();
  }

  private String words(@Nullable Strip strip, StripChoice choice) {
    if (strip == null || strip.rows().isEmpty()) {
      return "";
    }
    StripCell cell = strip.rows().get(0).cell();
    double unsteered = strip.baseline().mean(choice.figure());
    String line = Texts.of("unsteered " + choice.format(), unsteered);
    return viewModel.across() == StripAcross.LAYERS && cell != null
        ? Texts.of("push %.0f %% · %s", 100 * cell.push(), line)
        : line;
  }

  private void select() {
    SteeringState state = viewModel.steering().stateProperty().get();
    bars.select(
        state.layer(), state.strength(), viewModel.across() == StripAcross.LAYERS);
  }
}
