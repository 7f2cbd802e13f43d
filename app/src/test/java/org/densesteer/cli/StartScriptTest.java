package org.densesteer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The POSIX start script, run with a Java that only prints how it was called. */
class StartScriptTest {

  @TempDir Path folder;
  @TempDir Path userFolder;
  private Path home;
  private Path script;

  @BeforeEach
  void makeARunnableFolder() throws Exception {
    assumeTrue(File.separatorChar == '/', "skipped: no POSIX shell here");
    home = folder.toRealPath().resolve("a program");
    script = home.resolve("bin/densesteer");
    Files.createDirectories(script.getParent());
    Files.createDirectories(home.resolve("lib"));
    Files.copy(Path.of("installers/bin/densesteer"), script);
    executable(script);
    Path java = folder.resolve("java home/bin/java");
    Files.createDirectories(java.getParent());
    Files.writeString(java, "#!/bin/sh\nfor word; do printf '%s\\n' \"$word\"; done\nexit 7\n");
    executable(java);
  }

  @Test
  void argumentsAndExitCodeArePassedOn() throws Exception {
    List<String> words = run(7, script, "inspect", "a  b", "", "*");
    String jar = home.resolve("lib/densesteer.jar").toString();
    assertEquals("@" + home.resolve("lib/jvm.options"), words.get(0));
    assertEquals(
        List.of("-jar", jar, "inspect", "a  b", "", "*"),
        words.subList(words.indexOf("-jar"), words.size()));
    assertTrue(!words.contains("--module-path"), words::toString);
  }

  @Test
  void withoutArgumentsJavaFxIsOnTheModulePath() throws Exception {
    List<String> words = run(7, script);
    assertEquals(
        home.resolve("lib/javafx").toString(), words.get(words.indexOf("--module-path") + 1));
    assertEquals(home.resolve("lib/densesteer.jar").toString(), words.get(words.size() - 1));
  }

  @Test
  void linksAreFollowedFromAnyFolder() throws Exception {
    Path first = Files.createSymbolicLink(folder.resolve("first link"), script);
    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    Path second =
        Files.createSymbolicLink(elsewhere.resolve("second"), Path.of("..", "first link"));
    assertTrue(first.toFile().canExecute());
    List<String> words = run(7, second, "--version");
    assertEquals("@" + home.resolve("lib/jvm.options"), words.get(0));
  }

  @Test
  void aMissingJavaIsNamed() throws Exception {
    Files.delete(folder.resolve("java home/bin/java"));
    List<String> lines = run(1, script, "--version");
    assertEquals(1, lines.size());
    assertTrue(lines.get(0).contains("JAVA_HOME"), lines::toString);
  }

  @Test
  void theWindowsClassesAreArchivedAtTheEndOfItsFirstStartAndReadAtTheNext() throws Exception {
    release("17.0.15");
    Path archive = archive(run(7, script), "-XX:ArchiveClassesAtExit=");
    assertTrue(Files.isDirectory(archive.getParent()));
    Files.writeString(archive, "classes");
    assertEquals(archive, archive(run(7, script), "-XX:SharedArchiveFile="));
    assertTrue(run(7, script, "--version").stream().noneMatch(word -> word.contains(".jsa")));
  }

  @Test
  void newerJavaKeepsTheArchiveItself() throws Exception {
    release("25.0.1");
    List<String> words = run(7, script);
    archive(words, "-XX:SharedArchiveFile=");
    assertTrue(words.contains("-XX:+AutoCreateSharedArchive"), words::toString);
  }

  @Test
  void anArchiveOfAnotherBuildIsNotRead() throws Exception {
    release("17.0.15");
    Path archive = archive(run(7, script), "-XX:ArchiveClassesAtExit=");
    Files.writeString(archive, "classes");
    Files.writeString(home.resolve("lib/densesteer.jar"), "another build");
    archive(run(7, script), "-XX:ArchiveClassesAtExit=");
    assertTrue(Files.notExists(archive));
  }

  @Test
  void aJavaOfUnknownVersionIsStartedWithoutAnArchive() throws Exception {
    assertTrue(run(7, script).stream().noneMatch(word -> word.contains(".jsa")));
  }

  private void release(String version) throws Exception {
    Files.writeString(
        folder.resolve("java home/release"), "JAVA_VERSION=\"" + version + "\"\nOS_NAME=\"Any\"\n");
  }

  private static Path archive(List<String> words, String option) {
    return words.stream()
        .filter(word -> word.startsWith(option))
        .map(word -> Path.of(word.substring(option.length())))
        .findFirst()
        .orElseGet(() -> fail(option + " is not among " + words));
  }

  private List<String> run(int expectedExit, Path program, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(Arrays.asList(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("JAVA_HOME", folder.resolve("java home").toString());
    builder.environment().remove("DENSESTEER_JAVA_OPTS");
    builder.environment().put("HOME", userFolder.toString());
    builder.environment().remove("XDG_CACHE_HOME");
    builder.directory(folder.toFile());
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes());
    assertTrue(process.waitFor(30, TimeUnit.SECONDS));
    assertEquals(expectedExit, process.exitValue(), output);
    return output.lines().toList();
  }

  private static void executable(Path file) throws Exception {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
