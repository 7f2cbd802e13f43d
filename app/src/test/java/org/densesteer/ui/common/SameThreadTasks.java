package org.densesteer.ui.common;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.densesteer.common.Cancellation;
import org.densesteer.common.Progress;

/** Runs every job at once on the calling thread, or keeps it until it is let go. */
public final class SameThreadTasks implements TaskRunner {

  /** Titles of all jobs in the order they were started. */
  public final List<String> titles = new ArrayList<>();

  private final List<Runnable> held = new ArrayList<>();
  private boolean holding;

  /** Keeps jobs from now on instead of running them. */
  public void hold() {
    holding = true;
  }

  /** Runs the kept jobs, oldest first. */
  public void release() {
    holding = false;
    List<Runnable> now = List.copyOf(held);
    held.clear();
    now.forEach(Runnable::run);
  }

  @Override
  public <T> Cancellation start(
      String title,
      Job<T> job,
      Progress watcher,
      Consumer<T> onSuccess,
      Consumer<Throwable> onFailure) {
    titles.add(title);
    Cancellation cancellation = new Cancellation();
    Runnable work =
        () -> {
          T result;
          try {
            result = job.run(watcher, cancellation);
          } catch (Exception e) {
            onFailure.accept(e);
            return;
          }
          onSuccess.accept(result);
        };
    if (holding) {
      held.add(work);
    } else {
      work.run();
    }
    return cancellation;
  }

  @Override
  public void quietly(Runnable work) {
    work.run();
  }
}
