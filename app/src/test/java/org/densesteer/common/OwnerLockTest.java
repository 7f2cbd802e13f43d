package org.densesteer.common;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnerLockTest {

  @TempDir Path folder;

  @Test
  void oneOwnerAtATimeWithinTheProcess() throws IOException {
    Path file = folder.resolve("new/a.lock");
    try (OwnerLock lock = OwnerLock.take(file).orElseThrow()) {
      assertEquals(Optional.empty(), OwnerLock.take(file));
      assertEquals("this program itself", OwnerLock.owner(file));
      Path detour = folder.resolve("link");
      Files.createSymbolicLink(detour, file.getParent());
      assertEquals(Optional.empty(), OwnerLock.take(detour.resolve("a.lock")));
    }
    assertEquals(0, Files.size(file));
    OwnerLock.take(file).orElseThrow().close();
  }

  /** Refused tries of this process must not give its lock up, as POSIX does when a file closes. */
  @Test
  void anotherProcessIsKeptOutWhateverThisOneTries() throws Exception {
    Path file = folder.resolve("a.lock");
    try (OwnerLock lock = OwnerLock.take(file).orElseThrow()) {
      assertEquals(Optional.empty(), OwnerLock.take(file));
      OwnerLock.owner(file);
      String said = first(taker(file));
      assertTrue(said.startsWith("refused: process " + ProcessHandle.current().pid()), () -> said);
    }
    assertEquals("taken", first(taker(file)));
  }

  @Test
  void aKilledOwnerLeavesTheLockFree() throws Exception {
    Path file = folder.resolve("a.lock");
    Process other = taker(file);
    BufferedReader lines = other.inputReader();
    assertEquals("taken", lines.readLine());
    assertEquals(Optional.empty(), OwnerLock.take(file));
    assertTrue(OwnerLock.owner(file).startsWith("process " + other.pid()));
    other.destroyForcibly().waitFor();
    OwnerLock.take(file).orElseThrow().close();
  }

  /** Else the collector would close the channel, and the lock would be free without being given. */
  @Test
  void aLockThatItsOwnerLostSightOfHolds() throws Exception {
    Path file = folder.resolve("a.lock");
    assertTrue(OwnerLock.take(file).isPresent());
    for (int i = 0; i < 5; i++) {
      System.gc();
      Thread.sleep(20);
    }
    String said = first(taker(file));
    assertTrue(said.startsWith("refused"), () -> said);
  }

  private static Process taker(Path file) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            LockTaker.class.getName(),
            file.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static String first(Process process) throws Exception {
    try (BufferedReader lines = process.inputReader()) {
      String line = lines.readLine();
      process.getOutputStream().close();
      assertTrue(process.waitFor(30, TimeUnit.SECONDS));
      return line;
    }
  }
}
