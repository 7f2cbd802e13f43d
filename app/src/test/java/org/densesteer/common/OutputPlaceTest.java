package org.densesteer.common;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputPlaceTest {

  @TempDir Path folder;

  private static String refusal(Runnable look) {
    return assertThrows(FaultException.class, look::run).getMessage();
  }

  @Test
  void placesThatCanBeMadeAreFineAndNotMade() throws IOException {
    Path deep = folder.resolve("a/b/c.pt");
    OutputPlace.requireFile(deep);
    OutputPlace.requireFolder(deep);
    OutputPlace.requireFile(Files.createFile(folder.resolve("there.pt")));
    OutputPlace.requireFile(Path.of("here.pt"));
    assertArrayEquals(new String[] {"there.pt"}, folder.toFile().list());
  }

  @Test
  void whatIsInTheWayIsNamed() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    assertEquals(
        "Cannot write " + folder + ": it is a folder.",
        refusal(() -> OutputPlace.requireFile(folder)));
    assertEquals(
        "Cannot write " + file.resolve("v.pt") + ": " + file + " is no folder.",
        refusal(() -> OutputPlace.requireFile(file.resolve("v.pt"))));
    assertEquals(
        "Cannot write " + file + ": " + file + " is no folder.",
        refusal(() -> OutputPlace.requireFolder(file)));
  }

  @Test
  void aFolderThatIsReadOnlyIsNamed() throws IOException {
    Path locked = Files.createDirectory(folder.resolve("locked"));
    locked.toFile().setWritable(false);
    assumeFalse(Files.isWritable(locked), "skipped: this user may write everywhere");
    Path wanted = locked.resolve("new/v.pt");
    assertEquals(
        "Cannot write " + wanted + ": nothing can be written into " + locked + ".",
        refusal(() -> OutputPlace.requireFile(wanted)));
  }

  @Test
  void aNameThatIsTooLongIsFoundOutWithoutLeavingAnything() {
    Path file = folder.resolve("a".repeat(300) + ".json");
    String sentence = refusal(() -> OutputPlace.requireFile(file));
    assertTrue(sentence.startsWith("Cannot write " + file + ": "), sentence);
    assertTrue(sentence.endsWith("name too long."), sentence);
    Path deep = folder.resolve("b".repeat(300)).resolve("v.pt");
    assertThrows(FaultException.class, () -> OutputPlace.requireFile(deep));
    assertArrayEquals(new String[0], folder.toFile().list());
  }

  @Test
  void aFolderThatTakesNoFilesFromAnybodyIsNamed() {
    assumeTrue(Files.isDirectory(Path.of("/proc/self")), "skipped: there is no /proc here");
    assertEquals(
        "Cannot write /proc/v.pt: nothing can be written into /proc.",
        refusal(() -> OutputPlace.requireFile(Path.of("/proc/v.pt"))));
  }
}
