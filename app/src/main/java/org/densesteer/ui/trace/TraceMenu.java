package org.densesteer.ui.trace;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.densesteer.common.Json;
import org.densesteer.notebook.Run;
import org.densesteer.notebook.RunArm;
import org.densesteer.notebook.RunJson;
import org.densesteer.ui.common.Fx;
import org.densesteer.ui.copies.RunCopier;

/** What can be copied from a pane. */
final class TraceMenu extends ContextMenu {

  private final ArmViewModel arm;
  private final StepColumn column;

  TraceMenu(ArmViewModel arm, StepColumn column, RunCopier copier) {
    this.arm = arm;
    this.column = column;
    MenuItem selected = item("Copy selection", this::copySelection);
    MenuItem text = item("Copy text", () -> copy(arm.response().text()));
    MenuItem json = item("Copy arm as JSON", this::copyJson);
    Menu whole = RunCopier.menu(form -> copier.copy(form, run()));
    getItems().addAll(selected, text, json, whole);
    setOnShowing(
        event -> {
          boolean empty = arm.response().size() == 0;
          selected.setDisable(column.selection().isEmpty());
          text.setDisable(empty);
          whole.setDisable(run().isEmpty());
          json.setDisable(arm.recordedProperty().get() == null);
        });
  }

  /** Adds items below a line. */
  void offer(List<MenuItem> items) {
    getItems().add(new SeparatorMenuItem());
    getItems().addAll(items);
  }

  private static MenuItem item(String title, Runnable action) {
    MenuItem item = new MenuItem(title);
    item.setOnAction(event -> action.run());
    return item;
  }

  private List<Run> run() {
    return Stream.ofNullable(arm.runProperty().get()).toList();
  }

  /** Copies what is selected, or everything when nothing is. */
  void copySelection() {
    TraceSelection selection = column.selection();
    copy(
        selection.isEmpty()
            ? arm.response().text()
            : arm.response().text(selection.from(), selection.to()));
  }

  /** The arm with the settings of its run, as session files have it. */
  private void copyJson() {
    RunArm own = arm.recordedProperty().get();
    Run run = arm.runProperty().get();
    if (own != null) {
      copy(
          Json.text(
              Json.PRETTY, run == null ? RunJson.of(own) : RunJson.of(run.with(List.of(own)))));
    }
  }

  private static void copy(String text) {
    Fx.copy(text);
  }
}
