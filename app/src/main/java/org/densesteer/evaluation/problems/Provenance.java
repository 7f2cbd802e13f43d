package org.densesteer.evaluation.problems;

import org.jspecify.annotations.Nullable;

/**
 * Where a problem set came from.
 *
 * @param source a file, or a few words such as {@code built-in sample problems}
 * @param recognition how the file's fields were understood; null when nothing was read from a file
 */
public record Provenance(String source, @Nullable Recognition recognition) {

  /** A set that was typed in. */
  public static final Provenance TYPED = new Provenance("typed in", null);
}
