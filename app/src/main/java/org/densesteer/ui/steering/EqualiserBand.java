package org.densesteer.ui.steering;

import java.util.function.DoubleConsumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.VBox;
import org.densesteer.common.Texts;
import org.densesteer.ui.common.Fx;
import org.densesteer.ui.common.TwoWay;
import org.jspecify.annotations.Nullable;

/**
 * A slider of the equaliser: the strength of one vector at its layer, from −100 % to 100 % push.
 */
final class EqualiserBand extends VBox {

  /**
   * What a band shows.
   *
   * @param name the vector
   * @param scale how its strength and its push belong together
   * @param idle whether its strength has no say now
   */
  record State(String name, int layer, double strength, PushScale scale, boolean idle) {

    double share() {
      return strength / scale.limit();
    }
  }

  private static final double HEIGHT = 92;

  private final Slider slider = new Slider(-1, 1, 0);
  private final Label layer = new Label();
  private final BooleanProperty there = new SimpleBooleanProperty(true);

  /**
   * A band.
   *
   * @param source what it shows; null when its vector has gone
   * @param wish hears the strength that a person asks for
   * @param rest hears that the slider was let go, so that what follows is undone apart
   */
  EqualiserBand(
      String id, ObservableValue<@Nullable State> source, DoubleConsumer wish, Runnable rest) {
    slider.setId(id);
    slider.setOrientation(Orientation.VERTICAL);
    slider.setMinHeight(HEIGHT);
    slider.setPrefHeight(HEIGHT);
    slider.setBlockIncrement(0.01);
    layer.getStyleClass().addAll("note", "figure");
    setAlignment(Pos.CENTER);
    getStyleClass().add("equaliser-band");
    getChildren().setAll(slider, layer);
    ObservableValue<State> shown = source.when(there);
    layer.textProperty().bind(shown.map(state -> "ℓ " + state.layer()));
    Fx.follow(
        shown,
        state ->
            slider.setAccessibleText(
                Texts.of("Strength of %s at layer %d", state.name(), state.layer())));
    slider.disableProperty().bind(shown.map(State::idle).orElse(true));
    TwoWay.tie(
        slider.valueProperty(),
        () -> {
          State now = shown.getValue();
          if (now != null) {
            slider.setValue(now.share());
          }
        },
        now -> {
          State state = shown.getValue();
          if (state != null) {
            wish.accept(state.scale().rounded(now.doubleValue() * state.scale().limit()));
          }
        },
        shown);
    slider.valueChangingProperty().subscribe((before, now) -> restIf(!now, rest));
  }

  private static void restIf(boolean letGo, Runnable rest) {
    if (letGo) {
      rest.run();
    }
  }

  /** Follows nothing any more. */
  void end() {
    there.set(false);
  }
}
