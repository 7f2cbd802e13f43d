package org.densesteer.ui.stage;

import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.collections.ObservableList;
import javafx.util.Subscription;
import org.densesteer.ui.trace.ArmViewModel;

/**
 * How fast the last of the answers on stage was decoded, whatever the pace at which it is shown.
 */
final class StageSpeed {

  private final ObservableList<ArmViewModel> panes;
  private final ReadOnlyDoubleWrapper tokensPerSecond = new ReadOnlyDoubleWrapper();
  private Subscription followed = Subscription.EMPTY;

  StageSpeed(ObservableList<ArmViewModel> panes) {
    this.panes = panes;
    panes.subscribe(this::follow);
    follow();
  }

  private void follow() {
    followed.unsubscribe();
    if (panes.isEmpty()) {
      tokensPerSecond.set(0);
      followed = Subscription.EMPTY;
    } else {
      followed =
          panes
              .get(panes.size() - 1)
              .tokensPerSecondProperty()
              .subscribe(now -> tokensPerSecond.set(now.doubleValue()));
    }
  }

  /** Tokens per second; 0 while unknown. */
  ReadOnlyDoubleProperty tokensPerSecondProperty() {
    return tokensPerSecond.getReadOnlyProperty();
  }
}
