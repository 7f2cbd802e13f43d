package org.densesteer.ui.vectors;

import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;
import org.densesteer.steering.library.LibraryEntry;
import org.jspecify.annotations.Nullable;

/** A choice of one vector of the library. */
final class EntryBox extends ComboBox<LibraryEntry> {

  EntryBox(CombineViewModel viewModel, CombineTerm term) {
    setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable LibraryEntry entry) {
            return entry == null ? "" : entry.name();
          }

          @Override
          public LibraryEntry fromString(String text) {
            throw new UnsupportedOperationException("The list is not edited.");
          }
        });
    setPromptText("choose a vector");
    setAccessibleText("Vector");
    setMaxWidth(Double.MAX_VALUE);
    getItems().setAll(viewModel.choices());
    setValue(term.entryProperty().get());
    valueProperty().addListener((property, before, now) -> term.entryProperty().set(now));
  }
}
