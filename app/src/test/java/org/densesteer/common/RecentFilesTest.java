package org.densesteer.common;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecentFilesTest {

  @TempDir Path folder;

  private Path file(String name, long time) throws IOException {
    Path file = Files.writeString(folder.resolve(name), name);
    return Files.setLastModifiedTime(file, FileTime.fromMillis(time));
  }

  private List<String> left() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void thoseUsedLastStay() throws IOException {
    Path old = file("a", 1_000);
    file("b", 2_000);
    file("c", 3_000);
    file("d", 4_000);
    new RecentFiles(folder, 3).use(old);
    assertEquals(List.of("a", "c", "d"), left());
  }

  @Test
  void fewerThanTheMostAllStay() throws IOException {
    new RecentFiles(folder, 3).use(file("a", 1_000));
    assertEquals(List.of("a"), left());
  }

  @Test
  void aFileThatIsGoneIsNoFault() throws IOException {
    file("a", 1_000);
    new RecentFiles(folder, 1).use(folder.resolve("gone"));
    assertEquals(List.of("a"), left());
  }
}
