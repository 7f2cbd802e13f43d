package org.densesteer.extraction;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.densesteer.common.AtomicFiles;
import org.densesteer.common.FaultException;
import org.densesteer.common.Json;
import org.densesteer.common.JsonFlaw;
import org.densesteer.common.TextFiles;
import org.densesteer.common.Texts;

/**
 * Contrastive pairs as JSON lines: {@code question}, {@code sparse}, {@code dense} and, where it is
 * known, {@code answer}. The names that DenseSteer's own scripts use for the same are read too.
 */
public final class PairFiles {

  private static final List<String> QUESTION = List.of("question", "problem", "prompt");
  private static final List<String> SPARSE = List.of("sparse", "resp_before", "neg_response");
  private static final List<String> DENSE = List.of("dense", "resp_after", "pos_response");
  private static final List<String> GOLD = List.of("answer", "gold", "gold_answer");

  private static final long MOST_BYTES = 1L << 28;

  private PairFiles() {}

  /**
   * Reads all pairs of a file; blank lines are skipped.
   *
   * @throws FaultException when the file cannot be read, a line is broken or lacks a text, or there
   *     is no pair; the sentence names the line
   */
  public static List<ContrastivePair> read(Path file) {
    return atLeastOne(file, lines(file, PairFiles::pair));
  }

  /**
   * Reads pairs whose dense answers may still be missing.
   *
   * @throws FaultException as {@link #read}, except that a dense answer is not asked for
   */
  public static List<PairDraft> readDrafts(Path file) {
    return atLeastOne(file, lines(file, PairFiles::draft));
  }

  private static <T> List<T> atLeastOne(Path file, List<T> read) {
    if (read.isEmpty()) {
      throw new FaultException("The file of pairs " + file + " holds no pair.");
    }
    return read;
  }

  /** Writes pairs, a line for each. */
  public static void write(Path file, List<ContrastivePair> pairs) {
    writeDrafts(
        file,
        pairs.stream().map(p -> new PairDraft(p.question(), p.sparse(), p.dense(), null)).toList());
  }

  /** Writes pairs, finished or not, a line for each. */
  public static void writeDrafts(Path file, List<PairDraft> drafts) {
    List<ObjectNode> lines = drafts.stream().map(PairFiles::line).toList();
    AtomicFiles.write(file, temporary -> writeTo(temporary, lines));
  }

  static void writeTo(Path file, List<ObjectNode> lines) throws IOException {
    try (Writer out = Files.newBufferedWriter(file)) {
      for (ObjectNode line : lines) {
        out.write(Texts.whole(Json.COMPACT.writeValueAsString(line)));
        out.write('\n');
      }
    }
  }

  static ObjectNode line(PairDraft draft) {
    ObjectNode line = Json.object();
    line.put("question", draft.question());
    line.put("sparse", draft.sparse());
    if (!draft.dense().isBlank()) {
      line.put("dense", draft.dense());
    }
    if (draft.gold() != null) {
      line.put("answer", draft.gold().text());
    }
    return line;
  }

  /** Makes something of one line. */
  interface LineReader<T> {
    T read(JsonNode line, Path file, int number);
  }

  private static <T> List<T> lines(Path file, LineReader<T> reader) {
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw new FaultException(
            Texts.of(
                "The file of pairs %s has %d bytes; at most %d are read.",
                file, Files.size(file), MOST_BYTES));
      }
      try (BufferedReader lines = TextFiles.reader(file)) {
        return lines(lines, file, reader);
      }
    } catch (CharacterCodingException e) {
      throw new FaultException("The file of pairs " + file + " is not UTF-8 text.", e);
    } catch (IOException e) {
      throw new FaultException("Cannot read " + file + ": " + AtomicFiles.reason(e) + ".", e);
    }
  }

  static <T> List<T> lines(BufferedReader lines, Path file, LineReader<T> reader)
      throws IOException {
    List<T> read = new ArrayList<>();
    int number = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      if (!line.isBlank()) {
        read.add(reader.read(parse(line, file, number), file, number));
      }
    }
    return List.copyOf(read);
  }

  private static JsonNode parse(String line, Path file, int number) {
    try {
      return Json.LENIENT.readTree(line);
    } catch (JsonProcessingException e) {
      throw new FaultException(Texts.of("Line %d of %s %s.", number, file, JsonFlaw.ofLine(e)), e);
    }
  }

  private static ContrastivePair pair(JsonNode line, Path file, int number) {
    return new ContrastivePair(
        text(line, QUESTION, file, number),
        text(line, SPARSE, file, number),
        text(line, DENSE, file, number));
  }

  private static PairDraft draft(JsonNode line, Path file, int number) {
    text(line, QUESTION, file, number);
    text(line, SPARSE, file, number);
    return partialDraft(line, file, number);
  }

  /** A draft of which any text may be missing. */
  static PairDraft partialDraft(JsonNode line, Path file, int number) {
    return new PairDraft(
        find(line, QUESTION).orElse(""),
        find(line, SPARSE).orElse(""),
        find(line, DENSE).orElse(""),
        find(line, GOLD).map(text -> gold(text, file, number)).orElse(null));
  }

  private static Gold gold(String text, Path file, int number) {
    try {
      return Gold.of(text);
    } catch (FaultException e) {
      throw new FaultException(
          Texts.of("Line %d of %s has no usable right answer: %s", number, file, e.getMessage()),
          e);
    }
  }

  private static String text(JsonNode line, List<String> names, Path file, int number) {
    return find(line, names)
        .orElseThrow(
            () ->
                new FaultException(
                    Texts.of(
                        "Line %d of %s lacks a text named %s.",
                        number, file, String.join(" or ", names))));
  }

  /** The first of the named fields that says something; numbers are taken as they are written. */
  private static Optional<String> find(JsonNode line, List<String> names) {
    return names.stream()
        .map(line::path)
        .filter(value -> value.isTextual() || value.isNumber())
        .map(JsonNode::asText)
        .filter(text -> !text.isBlank())
        .findFirst();
  }
}
