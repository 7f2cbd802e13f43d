package org.densesteer.common;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFilesTest {

  @TempDir Path folder;

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  /** As java.io has it, with the name of the temporary file. */
  @Test
  void aDiskThatIsFullIsSaidOfTheFileThatWasAskedFor() throws IOException {
    Path file = folder.resolve("results.json");
    FaultException fault =
        assertThrows(
            FaultException.class,
            () ->
                AtomicFiles.write(
                    file,
                    temporary -> {
                      throw new FileNotFoundException(temporary + " (No space left on device)");
                    }));
    assertEquals("Cannot write " + file + ": no space left on device.", fault.getMessage());
    assertEquals(List.of(), files());
  }

  /** As in /proc, where a file that is to be made is said not to exist. */
  @Test
  void aFolderThatTakesNoFileIsNamed() throws IOException {
    Path file = folder.resolve("results.json");
    FaultException fault =
        assertThrows(
            FaultException.class,
            () ->
                AtomicFiles.write(
                    file,
                    temporary -> {
                      throw new NoSuchFileException(temporary.toString());
                    }));
    assertEquals(
        "Cannot write " + file + ": nothing can be written into its folder.", fault.getMessage());
    assertEquals(List.of(), files());
  }

  @Test
  void aNameAsLongAsAFileCanHaveIsWritten() throws IOException {
    String name = "ä".repeat(120) + ".json";
    AtomicFiles.writeText(folder.resolve(name), "x");
    assertEquals(List.of(name), files());
  }

  @Test
  void halfALetterDoesNotKeepATextFromBeingWritten() throws IOException {
    Path file = folder.resolve("a.md");
    AtomicFiles.writeText(file, "duck \ud83e\udd86, half a duck \ud83e!");
    assertEquals("duck \ud83e\udd86, half a duck \ufffd!", Files.readString(file));
  }
}
