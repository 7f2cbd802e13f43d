package org.densesteer.ui.stage;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What the stage says for a moment. */
final class Flashes {

  /** Words, told apart from the same words said again. */
  static final class Flash {

    private final String words;

    private Flash(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  private final ReadOnlyObjectWrapper<Flash> last = new ReadOnlyObjectWrapper<>(new Flash(""));

  void say(String words) {
    last.set(new Flash(words));
  }

  /** What was said last. */
  ReadOnlyObjectProperty<Flash> lastProperty() {
    return last.getReadOnlyProperty();
  }
}
