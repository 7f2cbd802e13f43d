package org.densesteer.ui.trace;

import javafx.animation.PauseTransition;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.util.Duration;

/** Mouse and keyboard on the text of a pane: select, copy, look at a token. */
final class TraceHands {

  private static final Duration HOVER = Duration.millis(250);

  private final ArmViewModel arm;
  private final StepColumn column;
  private final TraceLink link;
  private final TraceScroll scroll;
  private final TraceMenu menu;
  private final TokenCard card = new TokenCard();
  private final PauseTransition rest = new PauseTransition(HOVER);
  private int hovered = -1;

  TraceHands(
      ArmViewModel arm, StepColumn column, TraceLink link, TraceScroll scroll, TraceMenu menu) {
    this.arm = arm;
    this.column = column;
    this.link = link;
    this.scroll = scroll;
    this.menu = menu;
    column.setOnMousePressed(this::pressed);
    column.setOnMouseDragged(this::dragged);
    column.setOnMouseMoved(this::moved);
    column.setOnMouseExited(event -> leave());
    column.setOnContextMenuRequested(
        event -> {
          leave();
          menu.show(column, event.getScreenX(), event.getScreenY());
        });
    column.setOnKeyPressed(this::typed);
  }

  private void pressed(MouseEvent event) {
    menu.hide();
    leave();
    column.requestFocus();
    if (event.getButton() != MouseButton.PRIMARY) {
      return;
    }
    int offset = column.insertionAt(event.getX(), event.getY());
    if (event.getClickCount() == 2) {
      column.select(TraceSelection.word(arm.response().text(), offset));
    } else if (event.isShiftDown()) {
      column.select(column.selection().moveTo(offset));
    } else {
      column.select(new TraceSelection(offset, offset));
    }
  }

  private void dragged(MouseEvent event) {
    if (event.getButton() == MouseButton.PRIMARY) {
      int offset = column.insertionAt(event.getX(), event.getY());
      column.select(column.selection().moveTo(offset));
    }
  }

  private void moved(MouseEvent event) {
    int token = arm.response().tokenAt(column.characterAt(event.getX(), event.getY()));
    if (token == hovered) {
      return;
    }
    leave();
    hovered = token;
    link.pointedTokenProperty().set(token);
    if (token >= 0) {
      rest.setOnFinished(done -> look(token));
      rest.playFromStart();
    }
  }

  private void leave() {
    rest.stop();
    card.hide();
    if (hovered >= 0) {
      column.focusToken(-1);
      link.pointedTokenProperty().set(-1);
    }
    hovered = -1;
  }

  /** Frames a token and shows what the arms thought there. */
  void look(int token) {
    if (token < 0 || token >= arm.response().size() || column.getScene() == null) {
      return;
    }
    column.focusToken(token);
    Point2D place = column.placeOf(token);
    scroll.reveal(place.getY());
    Point2D onScreen = column.localToScreen(place);
    if (onScreen != null) {
      card.show(column, arm, token, link, onScreen.getX(), onScreen.getY());
    }
  }

  private void typed(KeyEvent event) {
    if (event.isShortcutDown() && event.getCode() == KeyCode.C) {
      menu.copySelection();
    } else if (event.isShortcutDown() && event.getCode() == KeyCode.A) {
      column.select(new TraceSelection(0, arm.response().length()));
    } else if (!event.isShortcutDown() && event.getCode() == KeyCode.RIGHT) {
      look(Math.min(arm.response().size() - 1, column.focusedToken() + 1));
    } else if (!event.isShortcutDown() && event.getCode() == KeyCode.LEFT) {
      look(Math.max(0, column.focusedToken() - 1));
    } else if (event.getCode() == KeyCode.ESCAPE && card.isShowing()) {
      leave();
      card.hide();
      column.focusToken(-1);
    } else {
      return;
    }
    event.consume();
  }

  TokenCard card() {
    return card;
  }
}
