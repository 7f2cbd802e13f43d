package org.densesteer.ui.common;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/**
 * What slides in at a page's side.
 *
 * @param open whether it is there
 * @param covering whether it lies above a part of the page then, for want of room beside it
 */
public record Drawer(BooleanProperty open, BooleanProperty covering) {

  /** A drawer that is open while a property says so. */
  public static Drawer of(BooleanProperty open) {
    return new Drawer(open, new SimpleBooleanProperty());
  }

  /** Opens it, or closes it. */
  public void toggle() {
    open.set(!open.get());
  }

  /** Closes it. */
  public void close() {
    open.set(false);
  }

  /** Closes it where it hides what a person is to see now. */
  public void giveWay() {
    if (covering.get()) {
      close();
    }
  }
}
