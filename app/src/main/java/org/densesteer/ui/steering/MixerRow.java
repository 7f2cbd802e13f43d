package org.densesteer.ui.steering;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.densesteer.common.Texts;
import org.densesteer.steering.Operator;
import org.densesteer.ui.common.Fx;
import org.densesteer.ui.common.NumberField;
import org.densesteer.ui.common.TwoWay;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** One vector of the mix: on or off, its name, its layer, strength and operator. */
final class MixerRow extends VBox {

  private final CheckBox on = new CheckBox();
  private final NumberField layer = new NumberField();
  private final NumberField strength = new NumberField();
  private final ComboBox<Operator> operator = new ComboBox<>();
  private final Label push = new Label();
  private final Button remove = new Button("", new FontIcon("fth-x"));
  private final BooleanProperty there = new SimpleBooleanProperty(true);

  /**
   * Creates a row.
   *
   * @param source what it shows; null when it is no longer in the mix
   */
  MixerRow(
      MixerViewModel mixer,
      int index,
      ObservableValue<@Nullable MixedVector> source,
      ObservableValue<double[]> hiddenNorms) {
    getStyleClass().add("mixer-row");
    on.setId("mixOn" + index);
    on.setMnemonicParsing(false);
    on.setMinWidth(0);
    HBox.setHgrow(on, Priority.ALWAYS);
    on.setMaxWidth(Double.MAX_VALUE);
    layer.setId("mixLayer" + index);
    layer.setWhole(true);
    layer.getStyleClass().add("short-number");
    strength.setId("mixStrength" + index);
    strength.setSigned(true);
    strength.setMin(-100_000);
    strength.setMax(100_000);
    remove.setId("mixRemove" + index);
    remove.getStyleClass().addAll("flat", "icon-button");
    remove.setOnAction(event -> mixer.remove(index));
    operator.setId("mixOperator" + index);
    operator.getItems().setAll(Operator.values());
    push.getStyleClass().addAll("note", "figure");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox head = new HBox(on, remove);
    HBox numbers = new HBox(unit("layer"), layer, unit("λ"), strength);
    HBox how = new HBox(operator, gap, push);
    head.setAlignment(Pos.CENTER_LEFT);
    numbers.getStyleClass().add("mixer-numbers");
    how.getStyleClass().add("mixer-numbers");
    getChildren().setAll(head, numbers, how);
    ObservableValue<MixedVector> mixed = source.when(there);
    name(mixed.map(one -> one.vector().vector().name()));
    tie(mixer, index, mixed);
    Fx.follow(
        mixed.flatMap(one -> hiddenNorms.map(one::scale)), scale -> strength.setStep(scale.step()));
    push.textProperty().bind(mixed.flatMap(one -> hiddenNorms.map(norms -> push(one, norms))));
  }

  private void name(ObservableValue<String> name) {
    on.textProperty().bind(name);
    on.accessibleTextProperty().bind(name.map(it -> it + " at work"));
    layer.accessibleTextProperty().bind(name.map(it -> "Layer of " + it));
    strength.accessibleTextProperty().bind(name.map(it -> "Strength of " + it));
    operator.accessibleTextProperty().bind(name.map(it -> "Operator of " + it));
    remove.accessibleTextProperty().bind(name.map(it -> "Take " + it + " out of the mix"));
  }

  private void tie(MixerViewModel mixer, int index, ObservableValue<MixedVector> mixed) {
    TwoWay.tie(on.selectedProperty(), mixed.map(MixedVector::on), now -> mixer.setOn(index, now));
    Fx.follow(mixed.map(MixedVector::on), now -> Fx.styled(this, "off", !now));
    Fx.follow(
        mixed.map(one -> one.vector().vector().directions()),
        directions -> {
          layer.setMin(directions.firstKey());
          layer.setMax(directions.lastKey());
        });
    TwoWay.tie(
        layer.valueProperty(),
        mixed.map(MixedVector::layer),
        now -> mixer.setLayer(index, now.intValue()));
    TwoWay.tie(
        strength.valueProperty(),
        mixed.map(MixedVector::strength),
        now -> mixer.setStrength(index, now.doubleValue()));
    strength.disableProperty().bind(mixed.map(MixedVector::ablates));
    TwoWay.tie(
        operator.valueProperty(),
        mixed.map(MixedVector::operator),
        now -> mixer.setOperator(index, now));
  }

  /** Follows nothing any more. */
  void end() {
    there.set(false);
  }

  private static Label unit(String text) {
    Label label = new Label(text);
    label.getStyleClass().add("unit");
    label.setMinWidth(Region.USE_PREF_SIZE);
    return label;
  }

  private static String push(MixedVector mixed, double[] hiddenNorms) {
    PushScale scale = mixed.scale(hiddenNorms);
    return mixed.ablates()
        ? "removes v"
        : scale.known() ? Texts.of("push %.0f %%", 100 * scale.push(mixed.strength())) : "";
  }
}
