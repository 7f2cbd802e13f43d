package org.densesteer.extraction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.densesteer.common.FaultException;

/**
 * Pairs under work as JSON lines: those of {@link PairFiles}, with {@code use} for whether an
 * extraction uses the pair. Unlike there, any text may still be missing.
 */
public final class KeptPairFile {

  private static final String USE = "use";

  private KeptPairFile() {}

  /**
   * Reads what {@link #write} wrote.
   *
   * @return the pairs; none where there is no file
   * @throws FaultException when the file cannot be read or a line is broken; the sentence names it
   */
  public static List<KeptPair> read(Path file) {
    return Files.exists(file) ? PairFiles.lines(file, KeptPairFile::kept) : List.of();
  }

  private static KeptPair kept(JsonNode line, Path file, int number) {
    return new KeptPair(
        PairFiles.partialDraft(line, file, number), line.path(USE).asBoolean(false));
  }

  /**
   * Writes pairs, a line for each.
   *
   * @throws FaultException when the file cannot be written
   */
  public static void write(Path file, List<KeptPair> pairs) {
    PairFiles.writeLines(
        file,
        pairs.stream()
            .map(
                pair -> {
                  ObjectNode line = PairFiles.line(pair.draft());
                  return line.put(USE, pair.used());
                })
            .toList());
  }
}
