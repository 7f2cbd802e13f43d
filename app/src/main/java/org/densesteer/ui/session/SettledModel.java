package org.densesteer.ui.session;

import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import org.densesteer.ui.model.ModelState;
import org.densesteer.ui.model.ModelViewModel;

/** Waits for a model that is being loaded. */
final class SettledModel {

  private SettledModel() {}

  /** Does something once no model is being loaded, at once where none is. */
  static void then(ModelViewModel models, Runnable action) {
    if (models.stateProperty().get() != ModelState.LOADING) {
      action.run();
      return;
    }
    models
        .stateProperty()
        .addListener(
            new ChangeListener<>() {
              @Override
              public void changed(
                  ObservableValue<? extends ModelState> state, ModelState before, ModelState now) {
                if (now != ModelState.LOADING) {
                  state.removeListener(this);
                  action.run();
                }
              }
            });
  }
}
