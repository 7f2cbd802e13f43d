package org.densesteer.common;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedFilesTest {

  @TempDir Path folder;

  private Path unpacked(String name, String content) throws IOException {
    Path made = Files.createDirectory(folder.resolve(name));
    Files.writeString(made.resolve("config.json"), content);
    return made;
  }

  @Test
  void theFirstCopyTakesItsPlace() throws IOException {
    Path target = folder.resolve("sample-model");
    EmbeddedFiles.publish(unpacked(".one", "first"), target);
    assertEquals("first", Files.readString(target.resolve("config.json")));
  }

  @Test
  void aCopyThatComesSecondGivesWay() throws IOException {
    Path target = unpacked("sample-model", "first");
    Path late = unpacked(".two", "second");
    EmbeddedFiles.publish(late, target);
    assertEquals("first", Files.readString(target.resolve("config.json")));
    assertFalse(Files.exists(late));
  }

  @Test
  void whatCannotBeMovedIsAFailure() throws IOException {
    Path copy = unpacked(".one", "first");
    Path nowhere = folder.resolve("missing/sample-model");
    assertThrows(IOException.class, () -> EmbeddedFiles.publish(copy, nowhere));
  }

  /** A file that is also a folder stands for a disk that is full in the middle. */
  @Test
  void halfOfAFolderIsNotLeft() throws IOException {
    Path file = folder.resolve("program.jar");
    try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file))) {
      for (String name : List.of("model/a", "model/b", "model/b/c")) {
        jar.putNextEntry(new JarEntry(name));
        jar.write(1);
        jar.closeEntry();
      }
    }
    Path place = Files.createDirectory(folder.resolve("place"));
    try (JarFile jar = new JarFile(file.toFile())) {
      assertThrows(
          IOException.class, () -> EmbeddedFiles.unpack(jar, "model", place.resolve("model")));
    }
    try (Stream<Path> left = Files.list(place)) {
      assertEquals(List.of(), left.toList());
    }
  }
}
