package org.densesteer.ui.glance;

import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import org.densesteer.ui.help.Command;

/** The menu of what looks closer. */
final class GlanceController {

  private final List<Command> commands;

  @FXML private MenuButton menu;

  GlanceController(List<Command> commands) {
    this.commands = commands;
  }

  @FXML
  private void initialize() {
    menu.getItems().setAll(commands.stream().map(GlanceController::item).toList());
  }

  private static MenuItem item(Command command) {
    MenuItem item = new MenuItem(command.name() + "…");
    item.setMnemonicParsing(false);
    item.setOnAction(event -> command.action().run());
    return item;
  }
}
