package org.densesteer.ui.vectors;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.densesteer.steering.library.LibraryEntry;
import org.jspecify.annotations.Nullable;

/** A vector that goes into another, and its weight. */
final class CombineTerm {

  private final ObjectProperty<@Nullable LibraryEntry> entry = new SimpleObjectProperty<>();
  private final DoubleProperty weight = new SimpleDoubleProperty(1);

  CombineTerm(@Nullable LibraryEntry entry) {
    this.entry.set(entry);
  }

  /** The vector; null until one is chosen. */
  ObjectProperty<@Nullable LibraryEntry> entryProperty() {
    return entry;
  }

  /** What it is multiplied by in a sum. */
  DoubleProperty weightProperty() {
    return weight;
  }
}
