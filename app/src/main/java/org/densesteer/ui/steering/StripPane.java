package org.densesteer.ui.steering;

import java.util.Locale;
import java.util.Optional;
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
import org.densesteer.evaluation.strip.StripRow;
import org.densesteer.steering.Gate;
import org.densesteer.ui.common.Fx;
import org.jspecify.annotations.Nullable;

/** A strip with what makes it: a button, a choice of the figure, and the bars. */
final class StripPane extends VBox {

  private static final double SAME_STRENGTH = 1e-9;

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
    run.getStyleClass().add("small");
    run.setMinWidth(USE_PREF_SIZE);
    Fx.describe(
        run,
        "Strip of " + across,
        "Answer the question at "
            + across
            + " in one batch, beside three random directions of equal push (grey ticks).");
    run.textProperty().bind(viewModel.busyProperty().map(busy -> busy ? "Cancel" : "Strip"));
    run.disableProperty().bind(viewModel.readyProperty().map(ready -> !ready));
    run.setOnAction(event -> viewModel.toggle());
    figure.getItems().setAll(StripChoice.values());
    figure.setConverter(Fx.named(StripChoice::words));
    figure.setValue(StripChoice.DENSITY);
    figure.getStyleClass().add("small");
    figure.setMinWidth(USE_PREF_SIZE);
    Fx.describe(figure, "Figure of the strip of " + across, "What the bars show.");
    words.getStyleClass().add("note");
    words.setWrapText(true);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox head = new HBox(run, gap, figure);
    head.getStyleClass().add("field-head");
    getChildren().setAll(head, bars, words);
    ObservableValue<Boolean> shown = viewModel.stripProperty().map(strip -> true).orElse(false);
    Fx.visible(bars, shown);
    Fx.visible(figure, shown);
    Fx.visible(words, shown);
    bars.setOnSelect(viewModel::take);
    viewModel.stripProperty().subscribe(strip -> show());
    figure.valueProperty().subscribe(choice -> show());
    viewModel.steering().stateProperty().subscribe(state -> select());
  }

  private void show() {
    bars.show(viewModel.stripProperty().get(), figure.getValue());
    select();
  }

  private void select() {
    SteeringState state = viewModel.steering().stateProperty().get();
    Strip strip = viewModel.stripProperty().get();
    Optional<StripRow> here =
        strip == null
            ? Optional.empty()
            : strip.rows().stream().filter(row -> isAt(row.cell(), state)).findFirst();
    bars.select(here.map(StripRow::cell).orElse(null));
    words.setText(strip == null ? "" : words(strip, here));
  }

  private boolean isAt(@Nullable StripCell cell, SteeringState state) {
    return cell != null
        && (viewModel.across() == StripAcross.LAYERS
            ? cell.layer() == state.layer()
            : Math.abs(cell.strength() - state.strength()) < SAME_STRENGTH);
  }

  private String words(Strip strip, Optional<StripRow> here) {
    StripChoice choice = figure.getValue();
    StripCell first = strip.rows().isEmpty() ? null : strip.rows().get(0).cell();
    String push =
        viewModel.across() == StripAcross.LAYERS && first != null
            ? Texts.of("push %.0f %% · ", 100 * first.push())
            : "";
    Gate gate = viewModel.steering().stateProperty().get().gate().gate();
    String follows = gate.constant() ? "" : "gate " + GateKind.of(gate) + " · ";
    String unsteered =
        Texts.of("unsteered " + choice.format(), strip.baseline().mean(choice.figure()));
    return push + follows + unsteered + here.map(row -> " · " + present(strip, row)).orElse("");
  }

  private String present(Strip strip, StripRow row) {
    StripChoice choice = figure.getValue();
    String value = Texts.of("here " + choice.format(), row.mean(choice.figure()));
    return row.answers().get(0).whole()
        ? value + strip.verdict(row, choice.figure()).map(v -> ", " + v.word()).orElse("")
        : StripBarWords.state(row.answers().get(0));
  }
}
