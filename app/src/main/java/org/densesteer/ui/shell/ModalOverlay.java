package org.densesteer.ui.shell;

import atlantafx.base.controls.ModalPane;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.scene.Node;
import org.densesteer.ui.common.Overlay;

/** An overlay that dims the window behind it. */
public final class ModalOverlay implements Overlay {

  private final ModalPane pane = new ModalPane();

  /** Creates an overlay that shows nothing. */
  public ModalOverlay() {
    pane.setId("overlay");
    // It would take the focus in its turn even while it shows nothing.
    pane.setFocusTraversable(false);
    // Without the zoom, nothing is painted away from its place first.
    pane.setInTransitionFactory(null);
    pane.setOutTransitionFactory(null);
    pane.displayProperty()
        .addListener(
            (property, before, now) -> {
              if (!now) {
                pane.setContent(null);
              }
            });
  }

  /** What lies above the window's content. */
  Node node() {
    return pane;
  }

  /** Whether it shows something. */
  ReadOnlyBooleanProperty shownProperty() {
    return pane.displayProperty();
  }

  @Override
  public void show(Node content) {
    SheetWidth.growWithText(content);
    pane.show(content);
    content.requestFocus();
  }

  @Override
  public void close() {
    pane.hide();
  }
}
