package org.densesteer.ui.help;

import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/** A command in the list: its name, its group, its key; a click runs it. */
final class CommandCell extends ListCell<Command> {

  private final Label name = new Label();
  private final Label group = new Label();
  private final Label key = new Label();
  private final HBox row = new HBox(name, group, key);

  CommandCell(Consumer<Command> run) {
    row.getStyleClass().add("command-row");
    group.getStyleClass().add("caption");
    key.getStyleClass().add("key-cap");
    key.setMinWidth(USE_PREF_SIZE);
    group.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(group, Priority.ALWAYS);
    setOnMouseClicked(
        event -> {
          if (!isEmpty()) {
            run.accept(getItem());
          }
        });
  }

  @Override
  protected void updateItem(@Nullable Command command, boolean empty) {
    super.updateItem(command, empty);
    if (empty || command == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    name.setText(command.name());
    group.setText(command.group());
    key.setText(command.keyText());
    key.setVisible(!command.keys().isEmpty());
    setAccessibleText((command.name() + " " + command.keyText()).strip());
    setGraphic(row);
  }
}
