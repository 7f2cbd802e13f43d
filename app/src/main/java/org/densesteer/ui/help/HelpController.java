package org.densesteer.ui.help;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.densesteer.ui.common.Overlay;

/** The keys of the window, and what its words mean. */
final class HelpController {

  private final List<Command> commands;
  private final Overlay overlay;
  private final Runnable tour;

  @FXML private FlowPane keys;

  HelpController(List<Command> commands, Overlay overlay, Runnable tour) {
    this.commands = commands;
    this.overlay = overlay;
    this.tour = tour;
  }

  @FXML
  private void initialize() {
    Map<String, VBox> groups = new LinkedHashMap<>();
    for (Command command : commands) {
      if (!command.keys().isEmpty()) {
        groups
            .computeIfAbsent(command.group(), HelpController::group)
            .getChildren()
            .add(row(command));
      }
    }
    keys.getChildren().setAll(groups.values());
  }

  private static VBox group(String name) {
    Label title = new Label(name);
    title.getStyleClass().add("panel-title");
    VBox box = new VBox(title);
    box.getStyleClass().add("key-group");
    return box;
  }

  private static HBox row(Command command) {
    Label name = new Label(command.name());
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Label key = new Label(command.keyText());
    key.getStyleClass().add("key-cap");
    key.setMinWidth(Region.USE_PREF_SIZE);
    HBox row = new HBox(name, gap, key);
    row.getStyleClass().add("command-row");
    return row;
  }

  @FXML
  private void takeTour() {
    overlay.close();
    tour.run();
  }

  @FXML
  private void close() {
    overlay.close();
  }
}
