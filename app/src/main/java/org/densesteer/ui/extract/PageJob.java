package org.densesteer.ui.extract;

import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.densesteer.common.Cancellation;
import org.densesteer.ui.common.Notices;
import org.densesteer.ui.common.TaskRunner;
import org.jspecify.annotations.Nullable;

/** The one long job that the page has under way, with its progress. Used on the window's thread. */
final class PageJob {

  private final TaskRunner tasks;
  private final Notices notices;

  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
  private final ReadOnlyDoubleWrapper fraction = new ReadOnlyDoubleWrapper();
  private @Nullable Cancellation cancellation;

  /** Creates the job's place. */
  PageJob(TaskRunner tasks, Notices notices) {
    this.tasks = tasks;
    this.notices = notices;
  }

  /** Starts a job unless one is under way; a failure becomes a notice. */
  <T> void start(String title, TaskRunner.Job<T> job, Consumer<T> onSuccess) {
    if (running.get()) {
      return;
    }
    // What was wrong before is being put right, or no longer of interest.
    notices.dismiss();
    running.set(true);
    text.set(title);
    fraction.set(-1);
    Cancellation flag =
        tasks.start(
            title,
            job,
            this::show,
            result -> {
              end();
              onSuccess.accept(result);
            },
            failure -> {
              end();
              notices.fail(failure);
            });
    // A job that ran at once has ended by now.
    cancellation = running.get() ? flag : null;
  }

  private void show(String words, double done) {
    // What was on its way when the job was asked to stop is no longer of interest.
    if (cancellation == null || !cancellation.isRequested()) {
      text.set(words);
      fraction.set(done);
    }
  }

  private void end() {
    running.set(false);
    text.set("");
    cancellation = null;
  }

  /** Asks the job to stop at its next step. */
  void cancel() {
    if (cancellation != null) {
      cancellation.request();
      text.set("Cancelling");
    }
  }

  /** Whether a job is under way. */
  ReadOnlyBooleanProperty runningProperty() {
    return running.getReadOnlyProperty();
  }

  /** What is being done now, and for how long still; empty when nothing is. */
  ReadOnlyStringProperty textProperty() {
    return text.getReadOnlyProperty();
  }

  /** Done so far in 0..1, or negative when unknown. */
  ReadOnlyDoubleProperty fractionProperty() {
    return fraction.getReadOnlyProperty();
  }
}
