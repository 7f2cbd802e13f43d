package org.densesteer.ui.common;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.densesteer.common.FaultException;
import org.jspecify.annotations.Nullable;

/**
 * Opens files by the system's own command for it. The toolkit's {@code HostServices} do the same,
 * but where nothing can open the file they print a stack trace and tell nobody.
 */
public final class SystemOpener implements FileOpener {

  /** A command that is still there by then has become the program that shows the file. */
  private static final int ANSWER_SECONDS = 5;

  private final List<String> command;

  /** Opens files as this system does. */
  public SystemOpener() {
    this(commandOf(System.getProperty("os.name", "")));
  }

  /** Opens files by a command that is given the file. */
  SystemOpener(List<String> command) {
    this.command = command;
  }

  static List<String> commandOf(String system) {
    String name = system.toLowerCase(Locale.ROOT);
    if (name.startsWith("windows")) {
      return List.of("rundll32", "url.dll,FileProtocolHandler");
    }
    return List.of(name.startsWith("mac") ? "/usr/bin/open" : "xdg-open");
  }

  @Override
  public void open(Path file) {
    Path whole = file.toAbsolutePath();
    List<String> words = new ArrayList<>(command);
    words.add(whole.toString());
    ProcessBuilder builder = new ProcessBuilder(words);
    builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
    try {
      Process process = builder.start();
      if (process.waitFor(ANSWER_SECONDS, TimeUnit.SECONDS) && process.exitValue() != 0) {
        throw nothingOpens(whole, null);
      }
    } catch (IOException e) {
      throw nothingOpens(whole, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static FaultException nothingOpens(Path file, @Nullable IOException cause) {
    return new FaultException(
        "This machine has no program that opens " + file + "; open it by hand in a web browser.",
        cause);
  }
}
