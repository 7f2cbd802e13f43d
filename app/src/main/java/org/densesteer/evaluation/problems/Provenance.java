package org.densesteer.evaluation.problems;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a problem set came from.
 *
 * @param source a file, or a few words such as {@code built-in sample problems}
 * @param recognition how the file's fields were understood; null when nothing was read from a file
 * @param reading what a person said about how the file is read
 * @param notes sentences on what was not taken as it stands in the file, such as ids that repeat
 */
public record Provenance(
    String source, @Nullable Recognition recognition, ProblemReading reading, List<String> notes) {

  /** A set that was typed in. */
  public static final Provenance TYPED = new Provenance("typed in", null);

  /** Where everything was taken as it stands. */
  public Provenance(String source, @Nullable Recognition recognition) {
    this(source, recognition, ProblemReading.AUTOMATIC, List.of());
  }

  /** Freezes the list. */
  public Provenance {
    notes = List.copyOf(notes);
  }
}
