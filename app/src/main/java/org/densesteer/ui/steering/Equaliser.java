package org.densesteer.ui.steering;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import org.densesteer.steering.Operator;
import org.densesteer.ui.common.Fx;
import org.jspecify.annotations.Nullable;

/** The strengths of all vectors of a mix side by side, the one in use first; none without a mix. */
final class Equaliser extends HBox {

  private final SteeringViewModel steering;
  private final MixerViewModel mixer;

  Equaliser(SteeringViewModel steering, MixerViewModel mixer) {
    this.steering = steering;
    this.mixer = mixer;
    setId("equaliser");
    getStyleClass().add("equaliser");
    getChildren().add(new EqualiserBand("band", own(), steering::setStrength, steering::rest));
    ObservableValue<Integer> size = steering.stateProperty().map(state -> state.mix().size());
    Fx.visible(this, size.map(count -> count > 0));
    size.subscribe(this::hold);
  }

  private ObservableValue<EqualiserBand.@Nullable State> own() {
    return Bindings.createObjectBinding(
        () -> {
          SteeringState state = steering.stateProperty().get();
          VectorInUse vector = steering.vectorProperty().getValue();
          return vector == null
              ? null
              : new EqualiserBand.State(
                  vector.vector().name(),
                  state.layer(),
                  state.strength(),
                  steering.scaleProperty().get(),
                  state.operator() == Operator.ABLATE);
        },
        steering.stateProperty(),
        steering.vectorProperty(),
        steering.scaleProperty());
  }

  private ObservableValue<EqualiserBand.@Nullable State> mixed(int index) {
    return Bindings.createObjectBinding(
        () -> {
          List<MixedVector> mix = steering.stateProperty().get().mix();
          if (index >= mix.size()) {
            return null;
          }
          MixedVector one = mix.get(index);
          return new EqualiserBand.State(
              one.vector().vector().name(),
              one.layer(),
              one.strength(),
              one.scale(steering.hiddenNormsProperty().get()),
              one.ablates() || !one.on());
        },
        steering.stateProperty(),
        steering.hiddenNormsProperty());
  }

  private void hold(int wanted) {
    List<Node> held = getChildren();
    while (held.size() < wanted + 1) {
      int index = held.size() - 1;
      held.add(
          new EqualiserBand(
              "band" + index,
              mixed(index),
              strength -> mixer.setStrength(index, strength),
              steering::rest));
    }
    while (held.size() > wanted + 1) {
      ((EqualiserBand) held.remove(wanted + 1)).end();
    }
  }
}
