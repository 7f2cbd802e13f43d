package org.densesteer.ui.steering;

import java.util.Locale;
import java.util.SortedMap;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.densesteer.steering.Operator;
import org.densesteer.ui.common.Fx;
import org.densesteer.ui.common.NumberField;
import org.kordamp.ikonli.javafx.FontIcon;

/** One vector of the mix: on or off, its name, its layer, strength and operator. */
final class MixerRow extends VBox {

  private final CheckBox on = new CheckBox();
  private final NumberField layer = new NumberField();
  private final NumberField strength = new NumberField();
  private final ComboBox<Operator> operator = new ComboBox<>();
  private final Label push = new Label();
  private final Button remove = new Button("", new FontIcon("fth-x"));
  private boolean updating;

  /**
   * Creates a row.
   *
   * @param reshow shows again what is in the mix, after a layer was asked for that a vector lacks
   */
  MixerRow(MixerViewModel mixer, int index, Runnable reshow) {
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
    on.setOnAction(event -> mixer.setOn(index, on.isSelected()));
    remove.setOnAction(event -> mixer.remove(index));
    layer
        .valueProperty()
        .addListener(
            (property, before, now) ->
                byPerson(
                    () -> {
                      mixer.setLayer(index, now.intValue());
                      reshow.run();
                    }));
    strength
        .valueProperty()
        .addListener(
            (property, before, now) -> byPerson(() -> mixer.setStrength(index, now.doubleValue())));
    operator
        .valueProperty()
        .addListener((property, before, now) -> byPerson(() -> mixer.setOperator(index, now)));
  }

  private static Label unit(String text) {
    Label label = new Label(text);
    label.getStyleClass().add("unit");
    label.setMinWidth(Region.USE_PREF_SIZE);
    return label;
  }

  private void byPerson(Runnable edit) {
    if (!updating) {
      edit.run();
    }
  }

  void show(MixedVector mixed, double[] hiddenNorms) {
    updating = true;
    String name = mixed.vector().vector().name();
    on.setText(name);
    on.setSelected(mixed.on());
    on.setAccessibleText(name + " at work");
    remove.setAccessibleText("Take " + name + " out of the mix");
    SortedMap<Integer, float[]> directions = mixed.vector().vector().directions();
    layer.setMin(directions.firstKey());
    layer.setMax(directions.lastKey());
    layer.setValue(mixed.layer());
    layer.setAccessibleText("Layer of " + name);
    PushScale scale = mixed.scale(hiddenNorms);
    strength.setStep(scale.step());
    strength.setValue(mixed.strength());
    strength.setAccessibleText("Strength of " + name);
    operator.setValue(mixed.operator());
    operator.setAccessibleText("Operator of " + name);
    boolean ablates = mixed.operator() == Operator.ABLATE;
    strength.setDisable(ablates);
    push.setText(ablates ? "removes v" : push(scale, mixed.strength()));
    Fx.styled(this, "off", !mixed.on());
    updating = false;
  }

  private static String push(PushScale scale, double strength) {
    return scale.known()
        ? String.format(Locale.ROOT, "push %.0f %%", 100 * scale.push(strength))
        : "";
  }
}
