package org.densesteer.common;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LifeLogTest {

  @TempDir Path folder;

  @AfterEach
  void end() {
    LifeLog.end();
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".log")).sorted().toList();
    }
  }

  @Test
  void aStepIsALine() throws IOException {
    LifeLog.note("Before", "it began");
    LifeLog.begin(folder);
    LifeLog.note("Model opened", "a\nb");
    LifeLog.note("Fault", "x");
    LifeLog.end();
    LifeLog.note("After", "it ended");
    List<String> lines = Files.readAllLines(files().get(0));
    assertEquals(2, lines.size());
    assertTrue(lines.get(0).matches("2\\d{3}-.*Z \\d+ Model opened: a b"), lines.get(0));
  }

  @Test
  void itStaysSmall() throws IOException {
    LifeLog.begin(folder);
    String long1 = "x".repeat(900);
    for (int i = 0; i < 5000; i++) {
      LifeLog.note("Run", long1);
    }
    LifeLog.end();
    long bytes = 0;
    for (Path file : files()) {
      bytes += Files.size(file);
    }
    assertEquals(3, files().size());
    assertTrue(bytes > 1 << 20 && bytes < 3 * ((1 << 20) + 2000), "bytes " + bytes);
  }

  @Test
  void aFolderThatCannotBeWrittenCostsTheLogAlone() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    LifeLog.begin(file.resolve("log"));
    LifeLog.note("Run", "x");
    assertTrue(LifeLog.folder().isEmpty());
  }
}
