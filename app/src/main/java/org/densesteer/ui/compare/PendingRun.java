package org.densesteer.ui.compare;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.densesteer.ui.model.ModelState;
import org.densesteer.ui.model.ModelViewModel;
import org.densesteer.ui.model.RunEngine;
import org.jspecify.annotations.Nullable;

/** A run that was asked for while its model was still being loaded. */
final class PendingRun {

  private final ModelViewModel models;
  private final Runnable run;
  private final ReadOnlyBooleanWrapper waiting = new ReadOnlyBooleanWrapper();
  private @Nullable RunEngine before;

  /**
   * Creates one that nobody asked for yet.
   *
   * @param run what to do once the model has come
   */
  PendingRun(ModelViewModel models, Runnable run) {
    this.models = models;
    this.run = run;
    models.stateProperty().addListener((property, old, now) -> stateChanged(now));
  }

  /** Waits for the model if one is being loaded; false when there is nothing to wait for. */
  boolean await() {
    if (models.stateProperty().get() != ModelState.LOADING) {
      return false;
    }
    before = models.engineProperty().get();
    waiting.set(true);
    return true;
  }

  /** Waits no longer. */
  void cancel() {
    waiting.set(false);
    before = null;
  }

  /** A model that fails to load leaves the one from before, which nobody asked to run. */
  private void stateChanged(ModelState now) {
    if (waiting.get() && now != ModelState.LOADING) {
      boolean come = now == ModelState.READY && models.engineProperty().get() != before;
      cancel();
      if (come) {
        run.run();
      }
    }
  }

  /** Whether a run waits. */
  ReadOnlyBooleanProperty waitingProperty() {
    return waiting.getReadOnlyProperty();
  }
}
