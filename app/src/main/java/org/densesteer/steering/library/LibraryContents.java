package org.densesteer.steering.library;

import java.util.ArrayList;
import java.util.List;

/**
 * What a look into a folder of vectors found.
 *
 * @param entries the vectors, by name
 * @param warnings complete sentences about files that could not be read
 */
public record LibraryContents(List<LibraryEntry> entries, List<String> warnings) {

  /** Freezes the lists. */
  public LibraryContents {
    entries = List.copyOf(entries);
    warnings = List.copyOf(warnings);
  }

  /** Both contents, the other's entries last. */
  public LibraryContents and(LibraryContents other) {
    List<LibraryEntry> allEntries = new ArrayList<>(entries);
    allEntries.addAll(other.entries);
    List<String> allWarnings = new ArrayList<>(warnings);
    allWarnings.addAll(other.warnings);
    return new LibraryContents(allEntries, allWarnings);
  }
}
