package org.densesteer.ui.help;

import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.transformation.FilteredList;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MultipleSelectionModel;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.densesteer.ui.common.Overlay;

/** Finds a command by a few letters of its name. */
final class PaletteController {

  private final FilteredList<Command> found;
  private final Overlay overlay;

  @FXML private VBox root;
  @FXML private TextField typed;
  @FXML private ListView<Command> list;

  PaletteController(List<Command> commands, Overlay overlay) {
    this.found = new FilteredList<>(FXCollections.observableList(commands));
    this.overlay = overlay;
  }

  @FXML
  private void initialize() {
    list.setItems(found);
    list.setCellFactory(cells -> new CommandCell(this::run));
    list.setPlaceholder(new Label("No command is called so."));
    typed.textProperty().subscribe(this::look);
    // The list keeps what is chosen in sight, the field keeps the keyboard.
    typed.addEventFilter(KeyEvent.KEY_PRESSED, this::walk);
    root.focusedProperty().subscribe(focused -> passFocusOn(focused));
  }

  private void passFocusOn(boolean focused) {
    if (focused) {
      typed.requestFocus();
    }
  }

  private void look(String text) {
    found.setPredicate(command -> command.matches(text));
    list.getSelectionModel().selectFirst();
  }

  private void walk(KeyEvent event) {
    MultipleSelectionModel<Command> chosen = list.getSelectionModel();
    switch (event.getCode()) {
      case DOWN -> chosen.selectNext();
      case UP -> chosen.selectPrevious();
      case PAGE_DOWN -> chosen.clearAndSelect(found.size() - 1);
      case PAGE_UP -> chosen.selectFirst();
      case ENTER -> run(chosen.getSelectedItem());
      default -> {
        return;
      }
    }
    list.scrollTo(Math.max(chosen.getSelectedIndex() - 2, 0));
    event.consume();
  }

  private void run(Command command) {
    if (command != null) {
      overlay.close();
      command.action().run();
    }
  }
}
