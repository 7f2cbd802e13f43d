package org.densesteer.ui.common;

import javafx.concurrent.Task;
import org.densesteer.common.Cancellation;
import org.densesteer.common.Progress;
import org.densesteer.common.RemainingTime;

/**
 * A job as the task list shows it. Cancelling asks the job to stop and leaves it running until it
 * does, so that a result that comes too late is handed over and can be closed.
 */
final class JobTask<T> extends Task<T> {

  private final TaskRunner.Job<T> job;
  private final Cancellation cancellation = new Cancellation();

  JobTask(String title, TaskRunner.Job<T> job) {
    this.job = job;
    updateTitle(title);
    updateMessage("Starting");
  }

  Cancellation cancellation() {
    return cancellation;
  }

  @Override
  protected T call() throws Exception {
    return job.run(new Report(), cancellation);
  }

  @Override
  public boolean cancel(boolean mayInterruptIfRunning) {
    cancellation.request();
    updateMessage("Cancelling");
    return true;
  }

  /** What the job says of itself. */
  private final class Report implements Progress {

    private final RemainingTime remaining = new RemainingTime(System::nanoTime);

    @Override
    public void update(String what, double fraction) {
      tell(what + remaining.describe(fraction), fraction);
    }

    @Override
    public void tell(String words, double fraction) {
      updateMessage(cancellation.isRequested() ? "Cancelling" : words);
      updateProgress(fraction < 0 ? -1 : Math.min(fraction, 1), 1);
    }
  }
}
