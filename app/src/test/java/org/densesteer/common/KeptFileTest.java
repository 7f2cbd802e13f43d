package org.densesteer.common;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeptFileTest {

  record Kept(String word) {}

  @TempDir Path folder;

  private final List<String> told = new ArrayList<>();
  private Path file;
  private KeptFile<Kept> kept;

  @BeforeEach
  void make() {
    file = folder.resolve("words.json");
    kept = fresh();
  }

  private KeptFile<Kept> fresh() {
    return new KeptFile<>(
        file,
        "The words",
        "none are used",
        new KeptJson<>(Kept.class, 1, Json.COMPACT),
        Clock.fixed(Instant.parse("2026-05-04T12:00:00Z"), ZoneOffset.UTC));
  }

  private Optional<Kept> read() {
    return kept.read(fault -> told.add(fault.getMessage()));
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void whatWasWrittenComesBack() {
    assertEquals(Optional.empty(), read());
    kept.write(new Kept("mine"));
    kept = fresh();
    assertEquals(Optional.of(new Kept("mine")), read());
    assertEquals(List.of(), told);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{\"word\":", "[]", "null", "{\"word\":{}}", "\u0000", "{} {}"})
  void aBrokenFileIsSetAsideUnchanged(String content) throws IOException {
    Files.writeString(file, content);
    assertEquals(Optional.empty(), read());
    assertEquals(1, told.size());
    assertTrue(told.get(0).startsWith("The words could not be read: the file " + file + " "));
    assertTrue(
        told.get(0)
            .endsWith(
                "it was set aside as words-broken-20260504-120000-000.json, and none are used."),
        told.get(0));
    assertEquals(List.of("words-broken-20260504-120000-000.json"), files());
    assertEquals(content, Files.readString(folder.resolve(files().get(0))));
    kept.write(new Kept("new"));
    assertEquals(Optional.of(new Kept("new")), read());
  }

  @Test
  void whatWasSetAsideBeforeIsNeverOverwritten() throws IOException {
    for (String content : List.of("one", "two", "three")) {
      Files.writeString(file, content);
      read();
    }
    assertEquals(
        List.of(
            "words-broken-20260504-120000-000-2.json",
            "words-broken-20260504-120000-000-3.json",
            "words-broken-20260504-120000-000.json"),
        files());
    assertEquals("two", Files.readString(folder.resolve(files().get(0))));
  }

  @Test
  void aFileOfANewerVersionIsLeftAndSaidOnce() throws IOException {
    String content = "{\"version\":2,\"word\":{\"of\":\"another form\"}}";
    Files.writeString(file, content);
    assertEquals(Optional.empty(), read());
    assertEquals(Optional.empty(), read());
    assertEquals(
        List.of(
            "The words in %s come from a newer version of the workbench; the file is left as it is, none are used, and changes are not kept."
                .formatted(file)),
        told);
    assertTrue(kept.isLeft());
    FaultException fault = assertThrows(FaultException.class, () -> kept.write(new Kept("new")));
    assertEquals(
        "The words cannot be kept: those in %s come from a newer version of the workbench, and are not written over."
            .formatted(file),
        fault.getMessage());
    assertEquals(List.of("words.json"), files());
    assertEquals(content, Files.readString(file));
  }

  @Test
  void whatCannotBeReadIsLeftUntilItCan() throws IOException {
    Files.createDirectory(file);
    assertEquals(Optional.empty(), read());
    assertTrue(told.get(0).startsWith("The words in " + file + " cannot be read: "), told.get(0));
    assertThrows(FaultException.class, () -> kept.write(new Kept("new")));
    assertEquals(List.of("words.json"), files());
    Files.delete(file);
    Files.writeString(file, "{\"word\":\"back\"}");
    assertEquals(Optional.of(new Kept("back")), read());
    assertFalse(kept.isLeft());
  }

  @Test
  void belowAFileThereIsNone() throws IOException {
    file = Files.writeString(folder.resolve("taken"), "no folder").resolve("words.json");
    kept = fresh();
    assertEquals(Optional.empty(), read());
    assertEquals(List.of(), told);
    assertFalse(kept.isLeft());
  }

  @Test
  void aFileWithoutPermissionIsLeft() throws IOException {
    assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"), "no permissions");
    Files.writeString(file, "{\"word\":\"secret\"}");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
    assumeFalse(Files.isReadable(file), "this account may read everything");
    assertEquals(Optional.empty(), read());
    assertEquals(
        List.of(
            "The words in %s cannot be read: permission denied; the file is left as it is, none are used, and changes are not kept."
                .formatted(file)),
        told);
    assertThrows(FaultException.class, () -> kept.write(new Kept("new")));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    assertEquals("{\"word\":\"secret\"}", Files.readString(file));
  }
}
