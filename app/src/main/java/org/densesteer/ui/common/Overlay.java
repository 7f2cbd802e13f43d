package org.densesteer.ui.common;

import javafx.scene.Node;

/** A place above the window's content for one thing that a person does before going on. */
public interface Overlay {

  /** Shows content in the middle; Esc closes it. */
  void show(Node content);

  /** Closes it. */
  void close();
}
