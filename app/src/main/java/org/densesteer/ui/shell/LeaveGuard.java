package org.densesteer.ui.shell;

import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.densesteer.ui.common.FxmlFile;
import org.densesteer.ui.common.FxmlViews;
import org.densesteer.ui.common.Overlay;

/** Keeps a window from being closed by a person while something is under way, until they agree. */
public final class LeaveGuard {

  private final Stage stage;
  private final Scene scene;
  private final ObservableValue<String> unfinished;
  private final Overlay overlay;
  private boolean agreed;

  private LeaveGuard(Stage stage, ObservableValue<String> unfinished, Overlay overlay) {
    this.stage = stage;
    this.scene = stage.getScene();
    this.unfinished = unfinished;
    this.overlay = overlay;
  }

  /**
   * Watches over a window whose content is there.
   *
   * @param unfinished what is under way, in sentences; empty for nothing
   * @param overlay where the question is asked
   */
  public static void install(Stage stage, ObservableValue<String> unfinished, Overlay overlay) {
    LeaveGuard guard = new LeaveGuard(stage, unfinished, overlay);
    // Before those who would put things away for good.
    stage.addEventFilter(WindowEvent.WINDOW_CLOSE_REQUEST, guard::asked);
  }

  private void asked(WindowEvent event) {
    // A stage that was given another scene is another window.
    if (agreed || stage.getScene() != scene || unfinished.getValue().isEmpty()) {
      return;
    }
    event.consume();
    overlay.show(
        new FxmlViews()
            .with(
                LeaveController.class, () -> new LeaveController(unfinished, overlay, this::leave))
            .load(FxmlFile.LEAVE));
  }

  private void leave() {
    agreed = true;
    stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST));
  }
}
