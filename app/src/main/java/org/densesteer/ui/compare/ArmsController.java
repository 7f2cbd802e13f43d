package org.densesteer.ui.compare;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import org.densesteer.common.Texts;
import org.densesteer.ui.common.Children;
import org.densesteer.ui.common.Fx;
import org.densesteer.ui.common.Menus;
import org.kordamp.ikonli.javafx.FontIcon;

/** The arms beside baseline and steered arm: adding them, and taking them away. */
final class ArmsController {

  private final ArmMenu menu;
  private final ArmForms forms;
  private final ExtraArms extras;
  private final Fan fan;

  @FXML private MenuButton armMenu;
  @FXML private SplitMenuButton fanButton;
  @FXML private FlowPane chips;

  ArmsController(ArmMenu menu, ArmForms forms) {
    this.menu = menu;
    this.forms = forms;
    this.extras = forms.extras();
    this.fan = forms.fan();
  }

  @FXML
  private void initialize() {
    Menus.fill(armMenu, menu::items);
    armMenu.disableProperty().bind(Bindings.createBooleanBinding(extras::full, extras.list()));
    Menus.fill(fanButton, this::fans);
    fanButton.textProperty().bind(fan.openProperty().map(open -> open ? "Close fan" : "Fan"));
    Children.follow(extras.list(), chips, this::chip, chip -> {});
    Fx.visible(chips, Bindings.isNotEmpty(extras.list()));
  }

  private List<MenuItem> fans() {
    List<MenuItem> items = new ArrayList<>();
    for (FanRange range : FanRange.values()) {
      items.add(
          Menus.item(
              Texts.of("%d strengths %s", Fan.USUAL, range.words()),
              () -> fan.open(range, Fan.USUAL)));
    }
    items.add(Menus.item("Other strengths…", forms::openFan));
    return items;
  }

  private HBox chip(ExtraArm arm) {
    String name = arm.pane().name();
    HBox chip = new HBox();
    chip.getStyleClass().addAll("arm-chip-box", "arm-" + arm.pane().colourIndex());
    if (arm.kind() instanceof SetArm) {
      Button edit = new Button(null, new FontIcon("fth-edit-2"));
      edit.getStyleClass().addAll("small", "arm-chip", "arm-edit");
      Fx.describe(edit, "Settings of the arm " + name, "Another layer, strength or vector");
      edit.setOnAction(event -> forms.edit(arm));
      chip.getChildren().add(edit);
    }
    Button remove = new Button(name, new FontIcon("fth-x"));
    remove.setMnemonicParsing(false);
    remove.getStyleClass().addAll("small", "arm-chip", "arm-remove");
    Fx.styled(remove, "joined", arm.kind() instanceof SetArm);
    Fx.describe(
        remove, "Take away the arm " + name, "Take this arm away: " + arm.kind().describe());
    remove.setOnAction(event -> extras.remove(arm));
    chip.getChildren().add(remove);
    return chip;
  }

  @FXML
  private void toggleFan() {
    fan.toggle();
  }
}
