package org.densesteer.steering.library;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.densesteer.common.AtomicFiles;
import org.densesteer.common.FaultException;
import org.jspecify.annotations.Nullable;

/** Notes and tags by file name, in {@code index.json} beside the vectors. */
final class LibraryIndex {

  static final String FILE_NAME = "index.json";

  private static final int VERSION = 1;
  private static final long LARGEST = 1 << 24;
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private final Path file;
  private final Clock clock;

  private record Stored(int version, @Nullable Map<String, @Nullable Note> vectors) {}

  private record Note(
      @Nullable String note, @Nullable List<@Nullable String> tags, @Nullable String added) {}

  LibraryIndex(Path folder, Clock clock) {
    this.file = folder.resolve(FILE_NAME);
    this.clock = clock;
  }

  /**
   * What was noted. An index that cannot be understood is set aside, with a sentence about it: the
   * vectors are worth more than the notes about them.
   *
   * @throws FaultException when a broken index cannot be set aside
   */
  Map<String, Annotation> read(Consumer<String> warnings) {
    if (!Files.exists(file)) {
      return new TreeMap<>();
    }
    try {
      if (Files.size(file) > LARGEST) {
        throw new IOException("it is larger than " + (LARGEST >> 20) + " MiB");
      }
      Stored stored = JSON.readValue(Files.readAllBytes(file), Stored.class);
      if (stored == null || stored.version() != VERSION) {
        throw new IOException("it is not of version " + VERSION);
      }
      return annotations(Objects.requireNonNullElse(stored.vectors(), Map.of()));
    } catch (IOException e) {
      warnings.accept(setAside(e));
      return new TreeMap<>();
    }
  }

  private static Map<String, Annotation> annotations(Map<String, @Nullable Note> notes) {
    Map<String, Annotation> annotations = new TreeMap<>();
    notes.forEach(
        (name, note) -> {
          if (note != null) {
            annotations.put(name, annotation(note));
          }
        });
    return annotations;
  }

  private static Annotation annotation(Note note) {
    List<@Nullable String> tags = Objects.requireNonNullElse(note.tags(), List.of());
    return new Annotation(
        Objects.requireNonNullElse(note.note(), ""),
        tags.stream().filter(Objects::nonNull).map(Objects::requireNonNull).toList(),
        instant(note.added()));
  }

  private static @Nullable Instant instant(@Nullable String text) {
    try {
      return text == null ? null : Instant.parse(text);
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  private String setAside(IOException cause) {
    Path aside = file.resolveSibling("index-broken-" + STAMP.format(clock.instant()) + ".json");
    try {
      Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new FaultException(
          "The index of the vector library, %s, cannot be read and cannot be set aside: %s."
              .formatted(file, AtomicFiles.reason(e)),
          cause);
    }
    return "The notes and tags of the vector library could not be read; their file was set aside as "
        + aside
        + ".";
  }

  /**
   * Writes all notes; those that say nothing are left out.
   *
   * @throws FaultException when the file cannot be written
   */
  void write(Map<String, Annotation> annotations) {
    Map<String, Note> notes = new TreeMap<>();
    annotations.forEach(
        (name, annotation) -> {
          if (!annotation.equals(Annotation.NONE)) {
            Instant added = annotation.added();
            notes.put(
                name,
                new Note(
                    annotation.note(), annotation.tags(), added == null ? null : added.toString()));
          }
        });
    AtomicFiles.write(
        file, temporary -> JSON.writeValue(temporary.toFile(), new Stored(VERSION, notes)));
  }
}
