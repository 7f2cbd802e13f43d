package org.densesteer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
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

  private List<String> run(int expectedExit, Path program, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(Arrays.asList(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("JAVA_HOME", folder.resolve("java home").toString());
    builder.environment().remove("DENSESTEER_JAVA_OPTS");
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
