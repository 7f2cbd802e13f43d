package org.densesteer.ui.extract;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.densesteer.common.AtomicFiles;
import org.densesteer.common.FaultException;
import org.densesteer.extraction.KeptPair;
import org.densesteer.extraction.KeptPairFile;
import org.jspecify.annotations.Nullable;

/**
 * The page's own files: {@code pairs.jsonl}, which can also be imported, and {@code prompt.json}. A
 * file that cannot be read is set aside, never written over.
 */
final class PageFiles {

  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");
  private static final ObjectMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  /** How a question is put to the model. */
  record Wording(@Nullable PromptForm form, @Nullable String template) {}

  /**
   * What the files hold.
   *
   * @param warnings a sentence for each file that was set aside
   */
  record Content(List<KeptPair> pairs, Wording wording, List<String> warnings) {}

  /** Reads one of the files. */
  private interface FileReader<T> {
    T read(Path file) throws IOException;
  }

  private final Path pairs;
  private final Path prompt;

  PageFiles(Path folder) {
    this.pairs = folder.resolve("pairs.jsonl");
    this.prompt = folder.resolve("prompt.json");
  }

  Content read() {
    List<String> warnings = new ArrayList<>();
    List<KeptPair> kept = read(pairs, KeptPairFile::read, List.of(), warnings);
    Wording wording =
        read(
            prompt,
            file -> JSON.readValue(file.toFile(), Wording.class),
            new Wording(null, null),
            warnings);
    return new Content(kept, wording, warnings);
  }

  private static <T> T read(Path file, FileReader<T> reader, T otherwise, List<String> warnings) {
    if (!Files.exists(file)) {
      return otherwise;
    }
    try {
      return reader.read(file);
    } catch (IOException | FaultException e) {
      warnings.add(
          "%s of the Extract page could not be read and was set aside as %s."
              .formatted(file.getFileName(), setAside(file, e)));
      return otherwise;
    }
  }

  private static Path setAside(Path file, Exception cause) {
    Path aside =
        file.resolveSibling(
            "broken-" + LocalDateTime.now().format(STAMP) + "-" + file.getFileName());
    try {
      return Files.move(file, aside);
    } catch (IOException e) {
      throw new FaultException(
          "The file " + file + " can neither be read nor set aside; move it elsewhere.", cause);
    }
  }

  void write(List<KeptPair> kept, Wording wording) {
    KeptPairFile.write(pairs, kept);
    AtomicFiles.write(prompt, temporary -> JSON.writeValue(temporary.toFile(), wording));
  }
}
