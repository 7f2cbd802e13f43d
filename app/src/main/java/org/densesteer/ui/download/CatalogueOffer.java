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
public record CatalogueOffer(ModelCatalogue.Entry entry, Optional<Path> folder) {

  /** What sets it apart, a word or two. */
  public String mark() {
    if (folder.isPresent()) {
      return "here";
    }
    return entry.gated() ? "gated" : "";
  }
}
