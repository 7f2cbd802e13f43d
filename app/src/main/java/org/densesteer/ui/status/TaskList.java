package org.densesteer.ui.status;

import javafx.collections.ObservableList;
import javafx.concurrent.Task;
import javafx.scene.layout.VBox;
import org.densesteer.ui.common.Children;

/**
 * The jobs under way. ControlsFX has such a list, but it cuts off what is wider than it is and does
 * not follow the size of the text.
 */
final class TaskList extends VBox {

  TaskList(ObservableList<Task<?>> tasks) {
    getStyleClass().add("task-list");
    // Rows that stay are kept: the focus must not leave a button under a person's hand.
    Children.follow(tasks, this, TaskRow::new, row -> {});
  }
}
