package org.densesteer.ui.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.densesteer.evaluation.placebo.Placebo;
import org.densesteer.evaluation.placebo.PlaceboKind;
import org.densesteer.steering.Steering;
import org.densesteer.ui.common.Menus;
import org.densesteer.ui.steering.SteeringViewModel;

/**
 * What can be put beside baseline and steered arm.
 *
 * @param extras the arms that are there
 * @param forms asks for settings of an arm
 * @param pins runs of the notebook, to be pinned
 */
record ArmMenu(
    ExtraArms extras, SteeringViewModel steering, ArmForms forms, Supplier<List<MenuItem>> pins) {

  private static final Placebo FLIP = new Placebo(PlaceboKind.FLIP, 0);
  private static final Placebo CONCISE = new Placebo(PlaceboKind.CONCISE, 0);
  private static final Placebo UNGATED = new Placebo(PlaceboKind.UNGATED, 0);

  List<MenuItem> items() {
    List<MenuItem> items = new ArrayList<>();
    items.add(Menus.item("Another strength, layer or vector…", forms::add));
    items.add(menu("A run of the notebook, pinned", pins.get()));
    items.add(new SeparatorMenuItem());
    items.add(
        Menus.item("Random direction of equal norm", () -> extras.addDraw(PlaceboKind.RANDOM)));
    MenuItem shuffled =
        Menus.item(
            hasShuffled()
                ? "The same pairs, half of the labels exchanged"
                : "Shuffled pairs (a vector at work does not carry its pairs’ controls)",
            () -> extras.addDraw(PlaceboKind.SHUFFLED));
    shuffled.setDisable(!hasShuffled());
    items.add(shuffled);
    items.add(placebo("Flipped sign", FLIP));
    items.add(menu("Another layer’s direction", layerItems()));
    items.add(placebo("Prompt only: no vector, a request to be concise", CONCISE));
    if (!steering.stateProperty().get().gate().gate().constant()) {
      items.add(placebo("Without the gate", UNGATED));
    }
    return items;
  }

  private static Menu menu(String title, List<MenuItem> items) {
    Menu menu = new Menu(title);
    menu.getItems().setAll(items);
    menu.setDisable(items.isEmpty());
    return menu;
  }

  private MenuItem placebo(String title, Placebo placebo) {
    MenuItem item = Menus.item(title, () -> extras.add(placebo));
    item.setDisable(extras.has(placebo));
    return item;
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
        items.add(Menus.item("Layer " + layer, () -> extras.add(placebo)));
      }
    }
    return items;
  }
}
