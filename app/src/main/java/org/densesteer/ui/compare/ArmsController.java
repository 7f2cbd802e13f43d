package org.densesteer.ui.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.FlowPane;
import org.densesteer.evaluation.placebo.Placebo;
import org.densesteer.evaluation.placebo.PlaceboKind;
import org.densesteer.steering.Steering;
import org.densesteer.ui.common.Children;
import org.densesteer.ui.common.Fx;
import org.densesteer.ui.steering.SteeringViewModel;
import org.kordamp.ikonli.javafx.FontIcon;

/** The arms beside baseline and steered arm: adding them, and taking them away. */
final class ArmsController {

  private static final Placebo FLIP = new Placebo(PlaceboKind.FLIP, 0);
  private static final Placebo CONCISE = new Placebo(PlaceboKind.CONCISE, 0);

  private final ExtraArms extras;
  private final SteeringViewModel steering;

  @FXML private MenuButton placeboMenu;
  @FXML private Button promptOnlyButton;
  @FXML private FlowPane chips;

  ArmsController(ExtraArms extras, SteeringViewModel steering) {
    this.extras = extras;
    this.steering = steering;
  }

  @FXML
  private void initialize() {
    placeboMenu.setOnShowing(event -> placeboMenu.getItems().setAll(items()));
    placeboMenu.getItems().setAll(items());
    placeboMenu.disableProperty().bind(Bindings.createBooleanBinding(extras::full, extras.list()));
    promptOnlyButton
        .disableProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> extras.full() || extras.has(CONCISE), extras.list()));
    Children.follow(extras.list(), chips, this::chip, chip -> {});
    Fx.visible(chips, Bindings.isNotEmpty(extras.list()));
  }

  private List<MenuItem> items() {
    MenuItem random =
        item("Random direction of equal norm", () -> extras.addDraw(PlaceboKind.RANDOM));
    MenuItem shuffled =
        item(
            hasShuffled()
                ? "The same pairs, half of the labels exchanged"
                : "Shuffled pairs (a vector at work does not carry its pairs’ controls)",
            () -> extras.addDraw(PlaceboKind.SHUFFLED));
    shuffled.setDisable(!hasShuffled());
    MenuItem flip = item("Flipped sign", () -> extras.add(FLIP));
    flip.setDisable(extras.has(FLIP));
    Menu layers = new Menu("Another layer’s direction");
    layers.getItems().setAll(layerItems());
    layers.setDisable(layers.getItems().isEmpty());
    return List.of(random, shuffled, flip, layers);
  }

  private boolean hasShuffled() {
    List<Steering> atWork = steering.steerings();
    return !atWork.isEmpty() && atWork.stream().noneMatch(s -> s.vector().shuffled().isEmpty());
  }

  private List<MenuItem> layerItems() {
    List<Steering> atWork = steering.steerings();
    Set<Integer> common = new TreeSet<>();
    atWork.forEach(each -> common.addAll(each.vector().directions().keySet()));
    atWork.forEach(each -> common.retainAll(each.vector().directions().keySet()));
    List<MenuItem> items = new ArrayList<>();
    for (int layer : common) {
      Placebo placebo = new Placebo(PlaceboKind.LAYER, layer);
      if (!extras.has(placebo) && atWork.stream().anyMatch(each -> each.layer() != layer)) {
        items.add(item("Layer " + layer, () -> extras.add(placebo)));
      }
    }
    return items;
  }

  private static MenuItem item(String title, Runnable action) {
    MenuItem item = new MenuItem(title);
    item.setOnAction(event -> action.run());
    return item;
  }

  private Button chip(ExtraArm arm) {
    Button chip = new Button(arm.pane().name(), new FontIcon("fth-x"));
    chip.setMnemonicParsing(false);
    chip.getStyleClass().addAll("small", "arm-chip", "arm-" + arm.pane().colourIndex());
    Fx.describe(
        chip,
        "Take away the arm " + arm.pane().name(),
        "Take this arm away: " + arm.placebo().describe());
    chip.setOnAction(event -> extras.remove(arm));
    return chip;
  }

  @FXML
  private void promptOnly() {
    extras.add(CONCISE);
  }
}
