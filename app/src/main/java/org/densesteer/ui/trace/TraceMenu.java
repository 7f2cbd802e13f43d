package org.densesteer.ui.trace;

import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/** What can be copied from a pane. */
final class TraceMenu extends ContextMenu {

  private final ArmViewModel arm;
  private final StepColumn column;

  TraceMenu(ArmViewModel arm, StepColumn column) {
    this.arm = arm;
    this.column = column;
    MenuItem selected = item("Copy selection", this::copySelection);
    MenuItem text = item("Copy text", () -> copy(arm.response().text()));
    MenuItem json = item("Copy trace as JSON", () -> copy(TraceJson.of(arm)));
    getItems().addAll(selected, text, json);
    setOnShowing(
        event -> {
          boolean empty = arm.response().size() == 0;
          selected.setDisable(column.selection().isEmpty());
          text.setDisable(empty);
          json.setDisable(empty);
        });
  }

  private static MenuItem item(String title, Runnable action) {
    MenuItem item = new MenuItem(title);
    item.setOnAction(event -> action.run());
    return item;
  }

  /** Copies what is selected, or everything when nothing is. */
  void copySelection() {
    TraceSelection selection = column.selection();
    copy(
        selection.isEmpty()
            ? arm.response().text()
            : arm.response().text(selection.from(), selection.to()));
  }

  private static void copy(String text) {
    ClipboardContent content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
  }
}
