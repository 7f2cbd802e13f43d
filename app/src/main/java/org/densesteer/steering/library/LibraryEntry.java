package org.densesteer.steering.library;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.densesteer.steering.SteeringVector;
import org.densesteer.steering.format.VectorFiles;

/**
 * A vector in the library.
 *
 * @param file where it lies
 * @param summary what is in the file
 * @param annotation what was noted about it
 * @param readOnly whether it came with the program and stays as it is
 */
public record LibraryEntry(
    Path file, VectorSummary summary, Annotation annotation, boolean readOnly) {

  /** What the vector is called: its file's name without the ending. */
  public String name() {
    return VectorFiles.baseName(file);
  }

  /**
   * Reads the vector itself.
   *
   * @throws org.densesteer.common.FaultException when the file is gone or broken
   */
  public SteeringVector load() {
    return VectorFiles.read(file).vector();
  }

  /** Whether every word occurs in the name, model, method, note or tags, in any case. */
  public boolean matches(String words) {
    String text =
        String.join(
                "\n",
                name(),
                summary.model(),
                summary.method(),
                annotation.note(),
                String.join("\n", annotation.tags()))
            .toLowerCase(Locale.ROOT);
    return Arrays.stream(words.strip().toLowerCase(Locale.ROOT).split("\\s+"))
        .allMatch(text::contains);
  }
}
