package org.densesteer.extraction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.densesteer.common.KeptFile;
import org.densesteer.common.TextFiles;

/**
 * Pairs under work as JSON lines: those of {@link PairFiles}, with {@code use} for whether an
 * extraction uses the pair. Unlike there, any text may still be missing.
 *
 * @param file what to call the file in sentences
 */
public record KeptPairFile(Path file) implements KeptFile.Format<List<KeptPair>> {

  private static final String USE = "use";

  @Override
  public List<KeptPair> read(byte[] content) throws IOException {
    return PairFiles.lines(
        TextFiles.withoutMark(
            new InputStreamReader(
                new ByteArrayInputStream(content), StandardCharsets.UTF_8.newDecoder())),
        file,
        KeptPairFile::kept);
  }

  private static KeptPair kept(JsonNode line, Path file, int number) {
    return new KeptPair(
        PairFiles.partialDraft(line, file, number), line.path(USE).asBoolean(false));
  }

  @Override
  public void write(List<KeptPair> pairs, Path temporary) throws IOException {
    PairFiles.writeTo(temporary, pairs.stream().map(KeptPairFile::line).toList());
  }

  private static ObjectNode line(KeptPair pair) {
    return PairFiles.line(pair.draft()).put(USE, pair.used());
  }
}
