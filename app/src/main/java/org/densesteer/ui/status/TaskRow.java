package org.densesteer.ui.status;

import javafx.concurrent.Task;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A job under way: what it is, how far it has come, and a way to stop it. */
final class TaskRow extends VBox {

  TaskRow(Task<?> task) {
    getStyleClass().add("task-row");
    Label title = new Label();
    title.textProperty().bind(task.titleProperty());
    title.getStyleClass().add("task-title");
    title.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(title, Priority.ALWAYS);
    Button cancel = new Button("Cancel");
    cancel.getStyleClass().add("small");
    cancel.setMinWidth(USE_PREF_SIZE);
    cancel.setAccessibleText("Cancel: " + task.getTitle());
    cancel.setOnAction(
        event -> {
          cancel.setDisable(true);
          task.cancel();
        });
    HBox head = new HBox(title, cancel);
    head.getStyleClass().add("task-head");
    ProgressBar bar = new ProgressBar();
    bar.progressProperty().bind(task.progressProperty());
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.setAccessibleText("Progress of " + task.getTitle());
    Label message = new Label();
    message.textProperty().bind(task.messageProperty());
    message.getStyleClass().add("note");
    message.setWrapText(true);
    getChildren().setAll(head, bar, message);
  }
}
