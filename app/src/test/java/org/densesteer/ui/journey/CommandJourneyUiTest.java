package org.densesteer.ui.journey;

import static org.densesteer.ui.Waiting.until;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.densesteer.cli.CommandLineInterface;
import org.densesteer.notebook.Run;
import org.densesteer.notebook.RunArm;
import org.densesteer.notebook.SessionFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A run is copied as a command line, which gives the same tokens where it is pasted. */
@ExtendWith(ApplicationExtension.class)
class CommandJourneyUiTest {

  private static final Path SHELL = Path.of("/bin/sh");

  @TempDir Path home;
  private Journey here;

  @Start
  private void start(Stage stage) {
    here = Journey.ofSample(stage, home);
  }

  @AfterEach
  void close(FxRobot robot) {
    robot.interact(here.ui::close);
  }

  private String copied(FxRobot robot) throws TimeoutException {
    robot.interact(() -> Clipboard.getSystemClipboard().clear());
    Journey.control(KeyCode.K);
    until(() -> here.scene.lookup(".palette") != null && here.find("#typed").isFocused());
    robot.write("copy command");
    robot.type(KeyCode.ENTER);
    String[] line = new String[1];
    until(
        () -> {
          robot.interact(() -> line[0] = Clipboard.getSystemClipboard().getString());
          return line[0] != null;
        });
    return line[0];
  }

  /** The arguments of a line, as the shell reads them. */
  private List<String> arguments(String line) throws Exception {
    Path script = home.resolve("pasted.sh");
    Files.writeString(script, "densesteer() { printf '%s\\0' \"$@\"; }\n" + line + "\n");
    Process shell = new ProcessBuilder(SHELL.toString(), script.toString()).start();
    String read = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, shell.waitFor());
    return new ArrayList<>(List.of(read.split("\0")));
  }

  @Test
  void theCopiedLineGivesTheSameTokens(FxRobot robot) throws Exception {
    assumeTrue(Files.isExecutable(SHELL), "No POSIX shell is here to read the line.");
    here.ready();
    robot.interact(() -> here.ui.steering().setStrength(0.3));
    Run run = here.run();
    List<String> arguments = arguments(copied(robot));
    assertEquals("generate", arguments.get(0));
    Path file = home.resolve("again.densesteer");
    arguments.addAll(List.of("--record", file.toString()));
    StringWriter said = new StringWriter();
    int exitCode =
        new CommandLineInterface(new PrintWriter(said), new PrintWriter(said))
            .run(arguments.toArray(String[]::new));
    assertEquals(0, exitCode, said::toString);
    Run again = SessionFile.read(file).session().runs().get(0);
    assertEquals(
        run.arms().stream().map(RunArm::name).toList(),
        again.arms().stream().map(RunArm::name).toList());
    for (int arm = 0; arm < run.arms().size(); arm++) {
      int[] tokens = run.arms().get(arm).answer().tokenIds();
      assertTrue(tokens.length > 10);
      assertArrayEquals(tokens, again.arms().get(arm).answer().tokenIds());
    }
  }
}
