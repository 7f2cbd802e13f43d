package org.densesteer.ui.charts;

import java.nio.file.Path;
import java.util.Optional;

/** Asks a person where an exported chart goes. */
@FunctionalInterface
public interface SaveDialog {

  /**
   * Asks for a file to write.
   *
   * @param suggestedName file name to begin with, extension included
   * @param description what the files of this kind are called
   * @param extension without its dot
   * @return the file; empty when the person thought better of it
   */
  Optional<Path> choose(String suggestedName, String description, String extension);
}
