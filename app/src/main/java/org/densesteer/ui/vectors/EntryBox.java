package org.densesteer.ui.vectors;

import javafx.scene.control.ComboBox;
import org.densesteer.steering.library.LibraryEntry;
import org.densesteer.ui.common.Fx;

/** A choice of one vector of the library. */
final class EntryBox extends ComboBox<LibraryEntry> {

  EntryBox(CombineViewModel viewModel, CombineTerm term) {
    setConverter(Fx.named(LibraryEntry::name));
    setPromptText("choose a vector");
    setAccessibleText("Vector");
    setMaxWidth(Double.MAX_VALUE);
    getItems().setAll(viewModel.choices());
    setValue(term.entryProperty().get());
    valueProperty().addListener((property, before, now) -> term.entryProperty().set(now));
  }
}
