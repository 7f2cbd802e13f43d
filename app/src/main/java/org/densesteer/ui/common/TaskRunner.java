package org.densesteer.ui.common;

import java.util.function.Consumer;
import org.densesteer.common.Cancellation;
import org.densesteer.common.Progress;

/** Runs long jobs away from the window's thread; tests run them at once on their own. */
public interface TaskRunner {

  /** A long job. */
  @FunctionalInterface
  interface Job<T> {
    /** Does it, on a background thread. */
    T run(Progress progress, Cancellation cancellation) throws Exception;
  }

  /**
   * Starts a job that is visible, with progress and Cancel, until it ends.
   *
   * @param title what a person reads in the task list
   * @param job what to do
   * @param watcher hears how far it has come on the window's thread; the latest state only, where
   *     more came than the window shows
   * @param onSuccess hears the result on the window's thread
   * @param onFailure hears the failure, or a {@link java.util.concurrent.CancellationException}, on
   *     the window's thread
   * @return the flag that stops the job at its next step
   */
  <T> Cancellation start(
      String title,
      Job<T> job,
      Progress watcher,
      Consumer<T> onSuccess,
      Consumer<Throwable> onFailure);

  /** The same where nobody but the task list watches. */
  default <T> Cancellation start(
      String title, Job<T> job, Consumer<T> onSuccess, Consumer<Throwable> onFailure) {
    return start(title, job, Progress.NONE, onSuccess, onFailure);
  }

  /** Does something short, such as writing a small file, without showing it. */
  void quietly(Runnable work);
}
