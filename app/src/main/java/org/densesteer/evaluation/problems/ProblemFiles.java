package org.densesteer.evaluation.problems;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.densesteer.common.AtomicFiles;
import org.densesteer.common.FaultException;
import org.densesteer.common.Texts;
import org.jspecify.annotations.Nullable;

/** Reads problem files: UTF-8, one JSON object per line (GSM8K, MATH-500, AMC and plain ones). */
public final class ProblemFiles {

  private static final long MOST_BYTES = 512L << 20;

  private ProblemFiles() {}

  /**
   * Reads a file whose fields are recognised from its first line; {@link Provenance#recognition}
   * tells how.
   *
   * @throws FaultException when the file cannot be read, or a line is not a problem; names the line
   */
  public static ProblemSet read(Path file) {
    return read(file, null);
  }

  /**
   * Reads a file by the fields that a person named.
   *
   * @param mapping which field is what; null to recognise it
   * @throws FaultException when the file cannot be read, or a line is not a problem; names the line
   */
  public static ProblemSet read(Path file, @Nullable FieldMapping mapping) {
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw new FaultException(
            Texts.of("The problem file %s is larger than %d MB.", file, MOST_BYTES >> 20));
      }
      try (BufferedReader reader = Files.newBufferedReader(file)) {
        return new ProblemReader(file.toString(), mapping).read(nameOf(file), reader);
      }
    } catch (IOException e) {
      throw new FaultException(
          "Cannot read the problem file " + file + ": " + AtomicFiles.reason(e) + ".", e);
    }
  }

  private static String nameOf(Path file) {
    String name = file.getFileName().toString();
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }
}
