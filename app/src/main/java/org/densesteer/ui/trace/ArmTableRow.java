package org.densesteer.ui.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.util.Subscription;
import org.densesteer.generation.TokenEvent;
import org.densesteer.metrics.AnswerMeasures;
import org.densesteer.ui.common.Fx;
import org.jspecify.annotations.Nullable;

/** A line of the table of arms. */
final class ArmTableRow {

  private static final int KL_DECIMALS = 3;

  private final ArmViewModel arm;
  private final @Nullable ArmViewModel baseline;
  private final List<Region> cells = new ArrayList<>();
  private final List<Label> values = new ArrayList<>();
  private final List<Label> differences = new ArrayList<>();
  private final Label kl = value();
  private final AnswerChip chip = new AnswerChip();
  private final Label end = new Label();
  private final Tooltip endInFull = new Tooltip();

  /**
   * A line.
   *
   * @param baseline what the arm is compared with; null for the baseline's own line
   */
  ArmTableRow(ArmViewModel arm, @Nullable ArmViewModel baseline, Consumer<ArmViewModel> onChoose) {
    this.arm = arm;
    this.baseline = baseline;
    Circle dot = new Circle(4);
    dot.getStyleClass().add("arm-dot");
    Button name = new Button(arm.name(), dot);
    name.setMnemonicParsing(false);
    name.getStyleClass().addAll("flat", "arm-table-name", "arm-" + arm.colourIndex());
    name.setAccessibleText("Go to the answer of " + arm.name());
    name.setOnAction(event -> onChoose.accept(arm));
    name.setMinWidth(Region.USE_PREF_SIZE);
    cells.add(name);
    for (Figure figure : Figure.values()) {
      cells.add(figureCell(figure));
    }
    kl.setAccessibleText("KL");
    cells.add(kl);
    cells.add(chip);
    end.getStyleClass().add("figure-caption");
    end.setMinWidth(0);
    end.setTooltip(endInFull);
    cells.add(end);
  }

  private static Label value() {
    Label value = new Label();
    value.getStyleClass().addAll("figure", "arm-table-value");
    value.setMinWidth(Region.USE_PREF_SIZE);
    return value;
  }

  private HBox figureCell(Figure figure) {
    Label value = value();
    Label difference = value();
    difference.getStyleClass().setAll("label", "figure", "figure-difference");
    values.add(value);
    differences.add(difference);
    HBox cell = new HBox(value, difference);
    cell.getStyleClass().add("arm-table-cell");
    cell.setAlignment(Pos.CENTER_RIGHT);
    cell.accessibleTextProperty()
        .bind(
            value
                .textProperty()
                .flatMap(
                    own ->
                        difference
                            .textProperty()
                            .map(compared -> figure.title() + " " + own + " " + compared)));
    return cell;
  }

  /** Its cells, from left to right. */
  List<Region> cells() {
    return cells;
  }

  /** Shows what the arm says until the subscription is ended. */
  Subscription follow() {
    ObservableValue<@Nullable AnswerMeasures> own = FigureRow.measured(arm);
    ObservableValue<@Nullable AnswerMeasures> base =
        baseline == null ? new ReadOnlyObjectWrapper<>() : FigureRow.comparable(arm, baseline);
    Subscription all = chip.follow(arm);
    int place = 0;
    for (Figure figure : Figure.values()) {
      Label value = values.get(place);
      Label difference = differences.get(place);
      all =
          all.and(own.map(figure::words).orElse(FigureText.UNKNOWN).subscribe(value::setText))
              .and(
                  own.flatMap(measured -> base.map(other -> figure.difference(measured, other)))
                      .orElse("")
                      .subscribe(difference::setText));
      place++;
    }
    return all.and(arm.response().sizeProperty().subscribe(tokens -> kl.setText(meanKl())))
        .and(
            Endings.of(arm)
                .flatMap(words -> arm.stalenessProperty().map(stale -> end(words, stale)))
                .flatMap(
                    words ->
                        FloorReading.of(arm, baseline)
                            .map(floor -> words + " · " + floor.words())
                            .orElse(words))
                .subscribe(this::showEnd))
        .and(FigureRow.unsound(arm).subscribe(this::mute));
  }

  private void showEnd(String words) {
    end.setText(words);
    endInFull.setText(words);
  }

  private void mute(boolean unsound) {
    values.forEach(value -> Fx.styled(value, "unsound", unsound));
    Fx.styled(kl, "unsound", unsound);
  }

  private String meanKl() {
    List<TokenEvent> tokens = arm.response().tokens();
    return FigureText.decimals(
        tokens.stream().mapToDouble(TokenEvent::kl).average().orElse(Double.NaN), KL_DECIMALS);
  }

  private String end(String words, Staleness stale) {
    String ended =
        words.isEmpty() && arm.stateProperty().get() == ArmState.COMPLETE ? "whole" : words;
    return stale.words().isEmpty()
        ? ended
        : ended.isEmpty() ? stale.words() : ended + " · " + stale.words();
  }
}
