package org.densesteer.extraction;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.densesteer.common.AtomicFiles;
import org.densesteer.common.FaultException;

/**
 * Contrastive pairs as JSON lines: {@code question}, {@code sparse}, {@code dense}. The names that
 * DenseSteer's own scripts use for the same are read too.
 */
public final class PairFiles {

  private static final List<String> QUESTION = List.of("question", "problem", "prompt");
  private static final List<String> SPARSE = List.of("sparse", "resp_before", "neg_response");
  private static final List<String> DENSE = List.of("dense", "resp_after", "pos_response");

  private static final long MOST_BYTES = 1L << 28;
  private static final ObjectMapper JSON = new ObjectMapper();

  private PairFiles() {}

  /**
   * Reads all pairs of a file; blank lines are skipped.
   *
   * @throws FaultException when the file cannot be read, a line is broken, or there is no pair; the
   *     sentence names the line
   */
  public static List<ContrastivePair> read(Path file) {
    List<ContrastivePair> pairs = new ArrayList<>();
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw new FaultException(
            "The file of pairs %s has %d bytes; at most %d are read."
                .formatted(file, Files.size(file), MOST_BYTES));
      }
      try (BufferedReader reader = Files.newBufferedReader(file)) {
        int number = 0;
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
          number++;
          if (!line.isBlank()) {
            pairs.add(parse(line, file, number));
          }
        }
      }
    } catch (CharacterCodingException e) {
      throw new FaultException("The file of pairs " + file + " is not UTF-8 text.", e);
    } catch (IOException e) {
      throw new FaultException("Cannot read " + file + ": " + AtomicFiles.reason(e) + ".", e);
    }
    if (pairs.isEmpty()) {
      throw new FaultException("The file of pairs " + file + " holds no pair.");
    }
    return List.copyOf(pairs);
  }

  /** Writes pairs, a line for each. */
  public static void write(Path file, List<ContrastivePair> pairs) {
    AtomicFiles.write(
        file,
        temporary -> {
          try (Writer out = Files.newBufferedWriter(temporary)) {
            for (ContrastivePair pair : pairs) {
              out.write(format(pair));
              out.write('\n');
            }
          }
        });
  }

  private static String format(ContrastivePair pair) throws JsonProcessingException {
    ObjectNode line = JSON.createObjectNode();
    line.put("question", pair.question());
    line.put("sparse", pair.sparse());
    line.put("dense", pair.dense());
    return JSON.writeValueAsString(line);
  }

  private static ContrastivePair parse(String line, Path file, int number) {
    try {
      JsonNode node = JSON.readTree(line);
      return new ContrastivePair(
          text(node, QUESTION, file, number),
          text(node, SPARSE, file, number),
          text(node, DENSE, file, number));
    } catch (JsonProcessingException e) {
      throw new FaultException(
          "Line %d of %s is not JSON: %s.".formatted(number, file, e.getOriginalMessage()), e);
    }
  }

  private static String text(JsonNode node, List<String> names, Path file, int number) {
    for (String name : names) {
      JsonNode value = node.path(name);
      if (value.isTextual() && !value.textValue().isBlank()) {
        return value.textValue();
      }
    }
    throw new FaultException(
        "Line %d of %s lacks a text named %s.".formatted(number, file, String.join(" or ", names)));
  }
}
