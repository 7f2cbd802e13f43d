package org.densesteer.ui.common;

import java.util.concurrent.CancellationException;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** Where every part of the window leaves its messages. Used on the window's thread. */
public final class Notices {

  private final ReadOnlyObjectWrapper<@Nullable Notice> shown = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Notice> last = new ReadOnlyObjectWrapper<>();

  /** What the banner shows; null for nothing. */
  public ReadOnlyObjectProperty<@Nullable Notice> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  /** The latest notice, also after its banner was closed; null when none is of interest. */
  public ReadOnlyObjectProperty<@Nullable Notice> lastProperty() {
    return last.getReadOnlyProperty();
  }

  /** Shows a notice. */
  public void show(Notice notice) {
    last.set(notice);
    // The same sentence twice in a row must be seen to come again.
    shown.set(null);
    shown.set(notice);
  }

  /** Shows a failure, unless it is only that a person cancelled. */
  public void fail(Throwable failure) {
    if (!(failure instanceof CancellationException)) {
      show(Notice.of(failure));
    }
  }

  /**
   * Forgets something that was wrong, because it is being done anew. Good news leaves by itself: it
   * may be what led to this.
   */
  public void settle() {
    Notice latest = last.get();
    if (latest != null && latest.severity() != Notice.Severity.INFO) {
      last.set(null);
      dismiss();
    }
  }

  /** Closes the banner. */
  public void dismiss() {
    shown.set(null);
  }
}
