package org.densesteer.ui.common;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.concurrent.Task;
import org.densesteer.common.Cancellation;
import org.densesteer.common.Progress;

/** Runs jobs on daemon threads and lists those under way. Made and used on the window's thread. */
public final class BackgroundTasks implements TaskRunner, AutoCloseable {

  private final ObservableList<Task<?>> running = FXCollections.observableArrayList();
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          work -> {
            Thread thread = new Thread(work, "workbench-task");
            thread.setDaemon(true);
            return thread;
          });

  /** The jobs under way, oldest first. */
  public ObservableList<Task<?>> running() {
    return running;
  }

  @Override
  public <T> Cancellation start(
      String title,
      Job<T> job,
      Progress watcher,
      Consumer<T> onSuccess,
      Consumer<Throwable> onFailure) {
    JobTask<T> task = new JobTask<>(title, job);
    InvalidationListener tell =
        changed -> watcher.update(task.getMessage(), Math.min(1, task.getProgress()));
    task.messageProperty().addListener(tell);
    task.progressProperty().addListener(tell);
    task.setOnSucceeded(
        event -> {
          running.remove(task);
          onSuccess.accept(task.getValue());
        });
    task.setOnFailed(
        event -> {
          running.remove(task);
          onFailure.accept(task.getException());
        });
    running.add(task);
    threads.execute(task);
    return task.cancellation();
  }

  @Override
  public void quietly(Runnable work) {
    threads.execute(work);
  }

  /** Asks every job to stop. */
  @Override
  public void close() {
    running.forEach(Task::cancel);
    threads.shutdown();
  }
}
