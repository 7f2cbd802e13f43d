package org.densesteer.ui.download;

import java.nio.file.Path;
import java.util.Optional;
import org.densesteer.hub.ModelCatalogue;

/**
 * A model of the catalogue.
 *
 * @param entry what the catalogue says of it
 * @param folder where it lies when it is here; empty when it is not
 */
record CatalogueOffer(ModelCatalogue.Entry entry, Optional<Path> folder) {

  /** Whether nothing of it is to be fetched. */
  boolean here() {
    return folder.isPresent();
  }

  /** What sets it apart, a word or two. */
  String mark() {
    if (here()) {
      return "here";
    }
    return entry.gated() ? "gated" : "";
  }
}
