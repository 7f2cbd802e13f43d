package org.densesteer.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Habits of the source tree that class files no longer show. */
class SourceFilesTest {

  private static final Path SOURCES = Path.of("app/src");
  private static final int LONGEST_FILE = 400;
  // Split so that this file does not find itself.
  private static final Pattern LEFT_OVER = Pattern.compile("\\b(TO" + "DO|FIX" + "ME|XX" + "X)\\b");

  @Test
  void noFileIsLongerThanAllowed() throws IOException {
    List<String> tooLong =
        sources()
            .filter(file -> lines(file).size() > LONGEST_FILE)
            .map(file -> file + ": " + lines(file).size() + " lines")
            .toList();
    assertEquals(List.of(), tooLong);
  }

  @Test
  void nothingIsLeftForLater() throws IOException {
    List<String> leftOver =
        sources()
            .filter(file -> lines(file).stream().anyMatch(LEFT_OVER.asPredicate()))
            .map(Path::toString)
            .toList();
    assertEquals(List.of(), leftOver);
  }

  private static Stream<Path> sources() throws IOException {
    try (Stream<Path> tree = Files.walk(SOURCES)) {
      List<Path> files = tree.filter(file -> file.toString().endsWith(".java")).toList();
      assertFalse(files.isEmpty(), "No source was found in " + SOURCES.toAbsolutePath());
      return files.stream();
    }
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
