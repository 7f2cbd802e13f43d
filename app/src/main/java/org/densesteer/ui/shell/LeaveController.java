package org.densesteer.ui.shell;

import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.util.Subscription;
import org.densesteer.ui.common.Overlay;

/** Asks whether the window is to be left while something is under way. */
final class LeaveController {

  private final ObservableValue<String> unfinished;
  private final Overlay overlay;
  private final Runnable leave;
  private Subscription watch = Subscription.EMPTY;

  @FXML private Label leaveText;

  /**
   * Creates the controller.
   *
   * @param unfinished what is under way, in sentences; empty for nothing
   * @param leave closes the window
   */
  LeaveController(ObservableValue<String> unfinished, Overlay overlay, Runnable leave) {
    this.unfinished = unfinished;
    this.overlay = overlay;
    this.leave = leave;
  }

  @FXML
  private void initialize() {
    watch = unfinished.subscribe(this::follow);
  }

  /** What is done by now need not be asked about. */
  private void follow(String now) {
    if (now.isEmpty()) {
      stay();
    } else {
      leaveText.setText(now);
    }
  }

  @FXML
  private void stay() {
    watch.unsubscribe();
    overlay.close();
  }

  @FXML
  private void leave() {
    watch.unsubscribe();
    overlay.close();
    leave.run();
  }
}
