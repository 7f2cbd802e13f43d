package org.densesteer.common;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
}
