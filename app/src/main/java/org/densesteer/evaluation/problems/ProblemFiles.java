package org.densesteer.evaluation.problems;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.densesteer.common.AtomicFiles;
import org.densesteer.common.FaultException;
import org.densesteer.common.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Reads problem files in UTF-8: JSON with one object a line, as a list, or over several lines, and
 * tables as CSV and TSV. The fields of GSM8K, GSM-Plus, GSM-Symbolic, MGSM, SVAMP, ASDiv, MATH, AMC
 * and lm-evaluation-harness's sample logs are recognised; others are named by a person.
 */
public final class ProblemFiles {

  private static final long MOST_BYTES = 512L << 20;

  /** Parquet is refused, in a sentence of its own. */
  private static final List<String> ENDINGS =
      List.of(".jsonl", ".ndjson", ".csv", ".tsv", ".parquet");

  private static final int HEAD = 256;
  private static final Pattern LIST_OF_OBJECTS = Pattern.compile("\\uFEFF?\\s*\\[\\s*\\{");

  private ProblemFiles() {}

  /**
   * Reads a file whose fields are recognised from its first record; {@link Provenance#recognition}
   * tells how.
   *
   * @throws FaultException when the file cannot be read, or a record is not a problem; names it
   */
  public static ProblemSet read(Path file) {
    return read(file, ProblemReading.AUTOMATIC);
  }

  /**
   * Reads a file by the fields that a person named.
   *
   * @param mapping which field is what; null to recognise it
   * @throws FaultException when the file cannot be read, or a record is not a problem; names it
   */
  public static ProblemSet read(Path file, @Nullable FieldMapping mapping) {
    return read(file, new ProblemReading(mapping, false));
  }

  /**
   * Reads a file as a person said.
   *
   * @throws UnknownFieldsException when the fields are to be recognised and are not
   * @throws UnmatchableAnswersException when no response can match some answers, and they are not
   *     to be left out
   * @throws FaultException when the file cannot be read, or a record is not a problem; names it
   */
  public static ProblemSet read(Path file, ProblemReading reading) {
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw new FaultException(
            Texts.of("The problem file %s is larger than %d MB.", file, MOST_BYTES >> 20));
      }
      String source = file.toString();
      ProblemReader problems = new ProblemReader(source, reading);
      // Files.newInputStream cannot tell a pipe's available bytes and fails at it (Java 17).
      try (BufferedInputStream content =
          new BufferedInputStream(new FileInputStream(file.toFile()))) {
        FileLayout layout = FileLayout.of(file, content);
        // A decoder of its own refuses what is no UTF-8; by its charset's name it would mend it.
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(content, StandardCharsets.UTF_8.newDecoder()));
        switch (layout) {
          case LINES -> JsonRecords.ofLines(source, reader, problems);
          case VALUES -> JsonRecords.ofValues(source, reader, problems);
          case COMMAS, TABS -> TableRecords.of(source, reader, layout == FileLayout.TABS, problems);
        }
      }
      return problems.finish(nameOf(file));
    } catch (IOException e) {
      throw new FaultException(
          "Cannot read the problem file " + file + ": " + AtomicFiles.reason(e) + ".", e);
    }
  }

  /**
   * Whether somebody who shows a file means problems: tables and JSON lines by their endings, other
   * JSON where it is a list of objects. Whether they can be read is another matter.
   */
  public static boolean looksLikeOne(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return ENDINGS.stream().anyMatch(name::endsWith)
        || name.endsWith(".json") && beginsWithListOfObjects(file);
  }

  private static boolean beginsWithListOfObjects(Path file) {
    try (InputStream stream = Files.newInputStream(file)) {
      String head = new String(stream.readNBytes(HEAD), StandardCharsets.UTF_8);
      return LIST_OF_OBJECTS.matcher(head).lookingAt();
    } catch (IOException e) {
      return false;
    }
  }

  private static String nameOf(Path file) {
    String name = file.getFileName().toString();
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }
}
