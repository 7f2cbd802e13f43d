package org.densesteer.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.densesteer.common.FaultException;
import org.densesteer.common.Folders;
import org.densesteer.fuzz.Fuzz;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of every file that the program writes when the disk or the process fails. */
class FileFaultsTest {

  @TempDir Path folder;

  static List<Writers> all() {
    return Writers.all();
  }

  private static void requirePosix() {
    assumeTrue(Files.exists(Path.of("/proc/self")), "needs a POSIX shell's limits and signals");
  }

  @ParameterizedTest
  @MethodSource("all")
  void whatWasWrittenIsRead(Writers writer) throws IOException {
    writer.write().into(folder, 0, 16);
    Object first = writer.read().from(folder);
    writer.write().into(folder, 1, 16);
    assertFalse(first.equals(writer.read().from(folder)), "both are " + first);
  }

  @ParameterizedTest
  @MethodSource("all")
  void whereNoFolderCanBeOneSentenceSaysSo(Writers writer) throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    FaultException fault =
        assertThrows(FaultException.class, () -> writer.write().into(file.resolve("below"), 0, 16));
    Fuzz.requireSentence(String.valueOf(fault.getMessage()));
  }

  @ParameterizedTest
  @MethodSource("all")
  void whereNothingMayBeWrittenOneSentenceSaysSo(Writers writer) throws IOException {
    Path locked = Files.createDirectory(folder.resolve("locked"));
    assumeTrue(locked.toFile().setWritable(false), "permissions are not to be had here");
    assumeTrue(!Files.isWritable(locked), "this user may write everywhere");
    FaultException fault =
        assertThrows(FaultException.class, () -> writer.write().into(locked, 0, 16));
    Fuzz.requireSentence(String.valueOf(fault.getMessage()));
  }

  /** A file that cannot grow stands for a disk that is full. */
  @Test
  void whereThereIsNoRoomWhatWasThereStays() throws Exception {
    requirePosix();
    Map<String, Object> before = new TreeMap<>();
    for (Writers writer : all()) {
      writer.write().into(own(writer), 0, 16);
      before.put(writer.name(), writer.read().from(own(writer)));
    }
    Process process = FaultProcess.start(true, "full", folder.toString());
    try (BufferedReader lines = process.inputReader()) {
      for (Writers writer : all()) {
        String[] said = FaultProcess.next(lines).split("\t", 2);
        assertEquals(writer.name(), said[0]);
        Fuzz.requireSentence(said[1]);
        assertEquals(before.get(writer.name()), writer.read().from(own(writer)), writer.name());
        assertEquals(List.of(), temporary(own(writer)), writer.name());
      }
    }
    assertTrue(process.waitFor(20, TimeUnit.SECONDS));
  }

  private Path own(Writers writer) {
    return folder.resolve(writer.name());
  }

  private static List<Path> temporary(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".part")).toList();
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void whereTheProcessIsKilledNothingIsHalfWritten(Writers writer) throws Exception {
    requirePosix();
    writer.write().into(folder, 0, 16);
    for (int kill = 0; kill < 2; kill++) {
      Process process = FaultProcess.start(false, writer.name(), folder.toString());
      try (BufferedReader lines = process.inputReader()) {
        assertEquals("begins", FaultProcess.next(lines));
        Thread.sleep(150 + 37L * kill);
        assertTrue(process.isAlive(), "it ended by itself");
        process.destroyForcibly().waitFor();
      }
      writer.read().from(folder);
    }
    writer.write().into(folder, 99_999, 16);
    writer.read().from(folder);
  }

  /** Then it is made anew, or one sentence says that it is gone. */
  @ParameterizedTest
  @MethodSource("all")
  void whereTheFolderVanishesNothingElseBreaks(Writers writer) throws IOException {
    Path own = folder.resolve("own");
    writer.write().into(own, 0, 16);
    Folders.remove(own);
    assertFalse(Files.exists(own));
    writer.write().into(own, 1, 16);
    writer.read().from(own);
  }
}
