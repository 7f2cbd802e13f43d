package org.densesteer.ui.steering;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.densesteer.ui.common.Fx;
import org.densesteer.ui.common.Menus;
import org.kordamp.ikonli.javafx.FontIcon;

/** The vectors that work beside the one in use, and a menu to add one. */
final class MixerPane extends VBox {

  private final SteeringViewModel steering;
  private final MixerViewModel mixer;
  private final MenuButton add = new MenuButton("", new FontIcon("fth-plus"));
  private final VBox rows = new VBox();
  private final ObservableValue<List<MixedVector>> mixes;

  MixerPane(SteeringViewModel steering, MixerViewModel mixer, MixFile file) {
    this.steering = steering;
    this.mixer = mixer;
    getStyleClass().add("field");
    rows.getStyleClass().add("mixer-rows");
    Label title = new Label("MIX");
    title.getStyleClass().add("panel-title");
    add.setId("mixAdd");
    add.getStyleClass().addAll("flat", "icon-button");
    Fx.describe(
        add,
        "Add a vector to the mix",
        "Let another vector work too, on its own layer with its own strength and operator, at the"
            + " positions chosen above.");
    Menus.fill(add, this::choices);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox head = new HBox(title, gap, add);
    head.getStyleClass().add("field-head");
    HBox asOne =
        new HBox(
            action(
                "mixExport",
                "Export as one…",
                "Write all vectors at work, strengths included, as one vector file",
                file::export),
            action(
                "mixKeep",
                "Keep in library",
                "Put all vectors at work, strengths included, into the library as one vector",
                file::keep));
    asOne.getStyleClass().add("pair");
    getChildren().setAll(head, new Equaliser(steering, mixer), rows, asOne);
    mixes = steering.stateProperty().map(SteeringState::mix);
    ObservableValue<Integer> size = mixes.map(List::size);
    Fx.visible(rows, size.map(count -> count > 0));
    Fx.visible(asOne, size.map(count -> count > 0));
    size.subscribe(this::hold);
  }

  private static Button action(String id, String title, String what, Runnable action) {
    Button button = new Button(title);
    button.setId(id);
    button.setMnemonicParsing(false);
    button.setMaxWidth(Double.MAX_VALUE);
    button.getStyleClass().add("small");
    HBox.setHgrow(button, Priority.ALWAYS);
    Fx.describe(button, title, what + ".");
    button.setOnAction(event -> action.run());
    return button;
  }

  private List<MenuItem> choices() {
    return mixer.choices().stream()
        .map(source -> Menus.item(source.name(), () -> mixer.open(source)))
        .toList();
  }

  private void hold(int wanted) {
    List<Node> held = rows.getChildren();
    while (held.size() < wanted) {
      held.add(row(held.size()));
    }
    while (held.size() > wanted) {
      ((MixerRow) held.remove(wanted)).end();
    }
  }

  private MixerRow row(int index) {
    return new MixerRow(
        mixer,
        index,
        mixes.map(mix -> index < mix.size() ? mix.get(index) : null),
        steering.hiddenNormsProperty());
  }
}
