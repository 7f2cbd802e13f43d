package org.densesteer.common;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.logging.FileHandler;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.jspecify.annotations.Nullable;

/**
 * A file in which the steps of the program's life stand, a line each, for whoever has to say what
 * went before a fault: models opened, runs, sweeps, exports, faults. Never a question or an answer.
 * Three files of a megabyte at most for each process at a time; older lines go. Nothing is written
 * before {@link #begin}, which only the program itself calls.
 */
public final class LifeLog {

  private static final int LARGEST = 1 << 20;
  private static final int FILES = 3;

  private static volatile @Nullable FileHandler file;
  private static volatile @Nullable Path folder;

  private LifeLog() {}

  /** Writes into a folder from now on; a folder that cannot be written costs the log alone. */
  public static synchronized void begin(Path into) {
    end();
    try {
      Files.createDirectories(into);
      String names = into.toString().replace("%", "%%") + "/densesteer-%u.%g.log";
      FileHandler handler = new FileHandler(names, LARGEST, FILES, true);
      handler.setEncoding(StandardCharsets.UTF_8.name());
      handler.setFormatter(new Lines());
      file = handler;
      folder = into;
    } catch (IOException e) {
      file = null;
    }
  }

  /** Closes the file. */
  static synchronized void end() {
    FileHandler handler = file;
    file = null;
    folder = null;
    if (handler != null) {
      handler.close();
    }
  }

  /** Where the files lie; empty when there are none. */
  public static Optional<Path> folder() {
    return Optional.ofNullable(folder);
  }

  /** Notes a step: a few words, and what they are about. */
  public static void note(String step, Object about) {
    FileHandler handler = file;
    if (handler != null) {
      handler.publish(new LogRecord(Level.INFO, step + ": " + about));
    }
  }

  /** One record a line, whatever its text holds. */
  private static final class Lines extends Formatter {
    @Override
    public String format(LogRecord step) {
      return step.getInstant().truncatedTo(ChronoUnit.MILLIS)
          + " "
          + ProcessHandle.current().pid()
          + " "
          + new FaultException(step.getMessage()).getMessage()
          + "\n";
    }
  }
}
