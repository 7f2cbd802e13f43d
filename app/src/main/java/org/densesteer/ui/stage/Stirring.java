package org.densesteer.ui.stage;

import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.jspecify.annotations.Nullable;

/** Tells a booth that somebody does something, in whatever lies above the stage, too. */
final class Stirring {

  private final Booth booth;
  private final EventHandler<InputEvent> handler = this::heard;
  private double x;
  private double y;

  private Stirring(Booth booth) {
    this.booth = booth;
  }

  /** Listens while a node is shown. */
  static void follow(Node stage, Booth booth) {
    Stirring stirring = new Stirring(booth);
    stage.sceneProperty().subscribe(stirring::moved);
  }

  private void moved(@Nullable Scene before, @Nullable Scene now) {
    if (before != null) {
      before.removeEventFilter(InputEvent.ANY, handler);
    }
    if (now != null) {
      now.addEventFilter(InputEvent.ANY, handler);
    }
  }

  private void heard(InputEvent event) {
    if (event.getEventType() == KeyEvent.KEY_PRESSED
        || event.getEventType() == MouseEvent.MOUSE_PRESSED
        || event.getEventType() == ScrollEvent.SCROLL
        || event instanceof MouseEvent mouse && isMove(mouse)) {
      booth.stir();
    }
  }

  /** The toolkit tells of a mouse at rest, too, when what lies under it changes. */
  private boolean isMove(MouseEvent event) {
    boolean move = event.getScreenX() != x || event.getScreenY() != y;
    x = event.getScreenX();
    y = event.getScreenY();
    return move;
  }
}
