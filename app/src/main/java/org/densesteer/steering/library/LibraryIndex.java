package org.densesteer.steering.library;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.densesteer.common.Json;
import org.densesteer.common.KeptFile;
import org.densesteer.common.KeptJson;
import org.jspecify.annotations.Nullable;

/** Notes and tags by file name, in {@code index.json} beside the vectors. */
final class LibraryIndex {

  static final String FILE_NAME = "index.json";

  private static final int VERSION = 1;

  private final KeptFile<Stored> file;

  private record Stored(int version, @Nullable Map<String, @Nullable Note> vectors) {}

  private record Note(
      @Nullable String note, @Nullable List<@Nullable String> tags, @Nullable String added) {}

  LibraryIndex(Path folder, Clock clock) {
    this.file =
        new KeptFile<>(
            folder.resolve(FILE_NAME),
            "The notes and tags of the vector library",
            "the vectors are shown without them",
            new KeptJson<>(Stored.class, VERSION, Json.PRETTY),
            clock);
  }

  /**
   * What was noted; nothing when the index cannot be used, with a sentence about it: the vectors
   * are worth more than the notes about them.
   */
  Map<String, Annotation> read(Consumer<String> warnings) {
    return file.read(fault -> warnings.accept(String.valueOf(fault.getMessage())))
        .map(stored -> annotations(Objects.requireNonNullElse(stored.vectors(), Map.of())))
        .orElseGet(TreeMap::new);
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

  /**
   * Writes all notes; those that say nothing are left out.
   *
   * @throws org.densesteer.common.FaultException when the file cannot be written, or must not be
   *     written over
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
    file.write(new Stored(VERSION, notes));
  }

  /** Whether the file must not be written over, so that notes are not kept. */
  boolean isLeft() {
    return file.isLeft();
  }
}
