package org.densesteer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the window cannot be opened, one sentence says so and nothing stays running. */
class NoDisplayTest {

  @TempDir Path home;

  @Test
  void oneSentenceAndAnExitCode() throws IOException, InterruptedException {
    assumeTrue(
        System.getProperty("os.name").equals("Linux"), "only Linux has windows without a display");
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "-Djava.awt.headless=true",
                Main.class.getName())
            .redirectErrorStream(true);
    builder.environment().keySet().removeAll(List.of("DISPLAY", "WAYLAND_DISPLAY"));
    builder.environment().put("HOME", home.toString());
    builder.environment().keySet().removeIf(name -> name.startsWith("XDG_"));
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(60, TimeUnit.SECONDS), "it still runs");
    assertEquals(1, process.exitValue(), said);
    // JavaFX warns of a class path; what is left is ours.
    List<String> lines = said.lines().filter(line -> line.startsWith("densesteer: ")).toList();
    assertEquals(1, lines.size(), said);
    assertTrue(lines.get(0).startsWith("densesteer: The window cannot be opened"), said);
    assertTrue(said.lines().noneMatch(line -> line.startsWith("\tat ")), said);
  }
}
