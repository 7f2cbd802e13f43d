package org.densesteer.ui.notebook;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.densesteer.notebook.Run;
import org.jspecify.annotations.Nullable;

/**
 * A list of runs, wherever it stands: Enter or a double click opens the one chosen, S puts a star
 * on it.
 */
final class RunList {

  private final NotebookViewModel model;
  private final RunActions actions;
  private final ListView<NotebookRow> list;

  private RunList(NotebookViewModel model, RunActions actions, ListView<NotebookRow> list) {
    this.model = model;
    this.actions = actions;
    this.list = list;
  }

  /**
   * Shows the notebook's runs in a list.
   *
   * @param nothing what is said while it is empty
   * @param current the run in the panes
   */
  static void fill(
      ListView<NotebookRow> list,
      Label nothing,
      NotebookViewModel model,
      RunActions actions,
      RunCell.Room room,
      ObservableValue<? extends @Nullable Run> current) {
    RunList filled = new RunList(model, actions, list);
    list.setCellFactory(view -> new RunCell(model::star, room, row -> row.is(current.getValue())));
    list.setItems(model.rows());
    current.subscribe(run -> list.refresh());
    list.addEventHandler(KeyEvent.KEY_PRESSED, filled::typed);
    list.setOnMouseClicked(
        event -> {
          if (event.getClickCount() == 2) {
            filled.open();
          }
        });
    nothing
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    model.count() == 0
                        ? "No run yet. Every run of Compare is kept here when it ends."
                        : "No run has all of these words.",
                model.rows()));
  }

  private void typed(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER) {
      open();
    } else if (event.getCode() == KeyCode.S && !event.isShortcutDown()) {
      star();
    } else {
      return;
    }
    event.consume();
  }

  private void open() {
    NotebookRow row = chosen();
    if (row != null) {
      actions.open(row);
    }
  }

  private void star() {
    NotebookRow row = chosen();
    if (row != null) {
      model.star(row);
    }
  }

  private @Nullable NotebookRow chosen() {
    return list.getSelectionModel().getSelectedItem();
  }
}
