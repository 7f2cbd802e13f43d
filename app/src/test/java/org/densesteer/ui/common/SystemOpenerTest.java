package org.densesteer.ui.common;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.densesteer.common.FaultException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SystemOpenerTest {

  @TempDir Path folder;

  @Test
  void everySystemHasItsCommand() {
    assertEquals(List.of("xdg-open"), SystemOpener.commandOf("Linux"));
    assertEquals(List.of("/usr/bin/open"), SystemOpener.commandOf("Mac OS X"));
    assertEquals("rundll32", SystemOpener.commandOf("Windows 11").get(0));
  }

  @Test
  void theCommandIsGivenTheFile() throws IOException {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "needs /bin/sh");
    Path file = Files.createFile(folder.resolve("a report.html"));
    new SystemOpener(List.of("/bin/sh", "-c", "rm \"$0\"")).open(file);
    assertEquals(List.of(), Files.list(folder).toList());
  }

  @Test
  void aCommandThatIsNotThereIsSaidWithTheFilesPlace() {
    assertRefused(new SystemOpener(List.of(folder.resolve("no-such-command").toString())));
  }

  @Test
  void aCommandThatFailsIsSaidWithTheFilesPlace() {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "needs /bin/sh");
    assertRefused(new SystemOpener(List.of("/bin/sh", "-c", "exit 3")));
  }

  private void assertRefused(SystemOpener opener) {
    Path file = folder.resolve("report.html");
    FaultException fault = assertThrows(FaultException.class, () -> opener.open(file));
    assertEquals(
        "This machine has no program that opens " + file + "; open it by hand in a web browser.",
        fault.getMessage());
  }
}
