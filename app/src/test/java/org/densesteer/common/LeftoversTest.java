package org.densesteer.common;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftoversTest {

  private static final Instant NOW = Instant.parse("2026-05-04T12:00:00Z");
  private static final Duration LONG = Leftovers.REST.plusMinutes(1);

  @TempDir Path folder;

  private void leave(String name, Duration ago) throws IOException {
    Path file = Files.createFile(folder.resolve(name));
    Files.setLastModifiedTime(file, FileTime.from(NOW.minus(ago)));
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  /** The number of a process that has ended. */
  private static long gone() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-version")
            .redirectErrorStream(true)
            .start();
    process.getInputStream().readAllBytes();
    process.waitFor();
    return process.pid();
  }

  @Test
  void onlyWhatIsCertainlyNobodysGoes() throws Exception {
    long gone = gone();
    leave(".plan.json." + gone + "-1.part", LONG);
    leave(".fresh.json." + gone + "-2.part", Duration.ofMinutes(5));
    leave(".mine.json." + Leftovers.mark() + "-1.part", LONG);
    leave("model.part", LONG);
    Leftovers.remove(folder, Pattern.compile("\\..+\\.(?<pid>[0-9]{1,10})-[0-9]+\\.part"), NOW);
    assertEquals(
        List.of(
            ".fresh.json." + gone + "-2.part",
            ".mine.json." + Leftovers.mark() + "-1.part",
            "model.part"),
        files());
  }

  @Test
  void aFolderGoesWithWhatIsInItAndALinkWithoutWhatItNames() throws Exception {
    long gone = gone();
    Path kept = Files.createDirectory(folder.resolve("kept"));
    Files.createFile(kept.resolve("file"));
    Path left = Files.createDirectory(folder.resolve("x-" + gone + "-1"));
    Files.createSymbolicLink(left.resolve("link"), kept);
    Files.setLastModifiedTime(left, FileTime.from(NOW.minus(LONG)));
    Leftovers.remove(folder, Pattern.compile("x-(?<pid>[0-9]{1,10})-[0-9]+"), NOW);
    assertEquals(List.of("kept"), files());
    assertEquals(true, Files.exists(kept.resolve("file")));
  }

  /** Through the door that everything is written by. */
  @Test
  void aWriterTidiesUpBehindThoseThatWereKilled() throws Exception {
    Path left = folder.resolve(".plan.json." + gone() + "-1.part");
    Files.createFile(left);
    Files.setLastModifiedTime(left, FileTime.from(Instant.now().minus(LONG)));
    AtomicFiles.writeText(folder.resolve("plan.json"), "{}");
    assertEquals(List.of("plan.json"), files());
  }
}
