package org.densesteer.ui.status;

import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.concurrent.Task;
import javafx.scene.layout.VBox;

/**
 * The jobs under way. ControlsFX has such a list, but it cuts off what is wider than it is and does
 * not follow the size of the text.
 */
final class TaskList extends VBox {

  TaskList(ObservableList<Task<?>> tasks) {
    getStyleClass().add("task-list");
    tasks.addListener((ListChangeListener<Task<?>>) change -> show(tasks));
    show(tasks);
  }

  /** Keeps the rows that stay, so that the focus does not leave a button under a person's hand. */
  private void show(ObservableList<Task<?>> tasks) {
    getChildren().removeIf(node -> node instanceof TaskRow row && !tasks.contains(row.task()));
    for (Task<?> task : tasks) {
      boolean shown =
          getChildren().stream()
              .anyMatch(node -> node instanceof TaskRow row && row.task() == task);
      if (!shown) {
        getChildren().add(new TaskRow(task));
      }
    }
  }
}
