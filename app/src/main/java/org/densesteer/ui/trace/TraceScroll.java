package org.densesteer.ui.trace;

import java.util.List;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/** Keeps the end of a growing text in view until a person scrolls away, and scrolls by step. */
final class TraceScroll {

  private static final double AT_END = 4;

  private final ScrollPane pane;
  private final StepColumn column;
  private final Listener listener;
  private boolean following = true;
  private boolean byPerson;

  /** Hears where a person scrolled to. */
  @FunctionalInterface
  interface Listener {
    /** The step at the top of the view, and how much of it lies above the view, 0 to 1. */
    void scrolledTo(int step, double fraction);
  }

  TraceScroll(ScrollPane pane, StepColumn column, Listener listener) {
    this.pane = pane;
    this.column = column;
    this.listener = listener;
    pane.addEventFilter(ScrollEvent.SCROLL, event -> byPerson = true);
    pane.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> byPerson = true);
    pane.addEventFilter(KeyEvent.KEY_PRESSED, event -> byPerson = true);
    pane.vvalueProperty().addListener((property, before, now) -> moved());
    column.heightProperty().addListener((property, before, now) -> grown());
    pane.viewportBoundsProperty().addListener((property, before, now) -> grown());
  }

  /** Follows the end again, for a new response. */
  void restart() {
    following = true;
    byPerson = false;
  }

  /** The answer has ended: it stands at its start, unless a person has scrolled elsewhere. */
  void ended() {
    if (following) {
      to(0);
      following = false;
    }
  }

  private void grown() {
    byPerson = false;
    if (following) {
      pane.setVvalue(pane.getVmax());
    }
  }

  private void moved() {
    if (!byPerson) {
      return;
    }
    following = hidden() - top() < AT_END;
    tell();
  }

  private void tell() {
    double top = top();
    for (StepRow row : column.rows()) {
      double end = row.getLayoutY() + row.getHeight();
      if (end > top) {
        double fraction = Math.max(0, (top - row.getLayoutY()) / Math.max(1, row.getHeight()));
        listener.scrolledTo(row.step().step().number(), fraction);
        return;
      }
    }
  }

  private double hidden() {
    return Math.max(0, column.getHeight() - pane.getViewportBounds().getHeight());
  }

  private double top() {
    return pane.getVvalue() * hidden();
  }

  /** Puts a place of a step at the top of the view, as far as the text allows. */
  void toStep(int number, double fraction) {
    List<StepRow> rows = column.rows();
    if (rows.isEmpty()) {
      return;
    }
    StepRow row = rows.get(Math.max(0, Math.min(number, rows.size()) - 1));
    double inset = number <= 1 && fraction == 0 ? row.getLayoutY() : 0;
    to(row.getLayoutY() - inset + fraction * row.getHeight());
  }

  /** Brings a place of the column into the view's upper third. */
  void reveal(double y) {
    double view = pane.getViewportBounds().getHeight();
    if (y < top() || y > top() + view * 0.9) {
      to(y - view / 3);
    }
  }

  private void to(double y) {
    byPerson = false;
    following = false;
    double hidden = hidden();
    pane.setVvalue(hidden == 0 ? 0 : Math.max(0, Math.min(1, y / hidden)));
    following = hidden > 0 && hidden - top() < AT_END;
  }

  boolean following() {
    return following;
  }
}
