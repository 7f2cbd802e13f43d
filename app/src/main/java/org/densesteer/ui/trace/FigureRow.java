package org.densesteer.ui.trace;

import java.util.EnumMap;
import java.util.Map;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;
import org.densesteer.metrics.AnswerMeasures;
import org.densesteer.ui.common.Fx;
import org.densesteer.ui.common.WrappingRow;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a header, on as many lines as they need, with their differences to the baseline.
 */
final class FigureRow extends WrappingRow {

  private final Map<Figure, FigureCell> cells = new EnumMap<>(Figure.class);

  private final BooleanProperty roomy = new SimpleBooleanProperty(true);

  FigureRow() {
    getStyleClass().add("figure-row");
    for (Figure figure : Figure.values()) {
      cells.put(figure, new FigureCell(figure));
    }
    getChildren().addAll(cells.values());
  }

  Subscription follow(ArmViewModel arm, @Nullable ArmViewModel baseline) {
    ObservableValue<@Nullable AnswerMeasures> own = measured(arm);
    ObservableValue<@Nullable AnswerMeasures> base =
        baseline == null ? new ReadOnlyObjectWrapper<>() : comparable(arm, baseline);
    ObservableValue<@Nullable FloorReading> floor = FloorReading.of(arm, baseline);
    return cells.values().stream()
        .map(cell -> cell.follow(own, base, floor))
        .reduce(Subscription.EMPTY, Subscription::and)
        .and(
            arm.expectsFloorProperty()
                .flatMap(expected -> roomy.map(room -> room && expected))
                .subscribe(room -> cells.values().forEach(cell -> cell.keepRoom(room))))
        .and(unsound(arm).subscribe(now -> Fx.styled(this, "unsound", now)))
        .and(
            arm.response()
                .sizeProperty()
                .subscribe(
                    tokens -> cells.forEach((figure, cell) -> cell.generated(tokens.intValue()))));
  }

  /** An answer that was cut, was stopped or repeats itself is no ground for any claim. */
  static ObservableValue<Boolean> unsound(ArmViewModel arm) {
    return arm.stateProperty()
        .flatMap(
            state ->
                arm.repeatsProperty()
                    .map(
                        repeats ->
                            repeats || state == ArmState.AT_LENGTH || state == ArmState.STOPPED));
  }

  /** The baseline's figures as far as this arm's can be held against them. */
  static ObservableValue<@Nullable AnswerMeasures> comparable(
      ArmViewModel arm, ArmViewModel baseline) {
    ObservableValue<@Nullable AnswerMeasures> measured = measured(baseline);
    ObservableValue<Boolean> unsound =
        unsound(arm).flatMap(own -> unsound(baseline).map(other -> own || other));
    return arm.stalenessProperty()
        .map(Staleness::comparable)
        .flatMap(
            comparable ->
                unsound.flatMap(
                    either -> either || !comparable ? new ReadOnlyObjectWrapper<>() : measured));
  }

  /** What is measured of an arm; null before its first token. */
  static ObservableValue<@Nullable AnswerMeasures> measured(ArmViewModel arm) {
    return arm.measuresProperty().map(now -> arm.response().size() == 0 ? null : now);
  }

  /** Keeps room for the floor under each figure, or not. */
  void showFloor(boolean shown) {
    roomy.set(shown);
  }

  /** Shows steps and density, and what else there is room for. */
  void show(boolean tokensToo, boolean nllToo) {
    cells.forEach(
        (figure, cell) ->
            Fx.visible(
                cell,
                switch (figure) {
                  case STEPS, DENSITY -> true;
                  case TOKENS -> tokensToo;
                  case NLL_WITH_PROMPT, NLL_ALONE -> nllToo;
                }));
  }
}
