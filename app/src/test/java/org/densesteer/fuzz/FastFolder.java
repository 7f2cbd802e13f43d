package org.densesteer.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder for many short-lived files: in memory where the system has such a place. */
public final class FastFolder {

  private static final Path MEMORY = Path.of("/dev/shm");
  private static final String PREFIX = "densesteer-fuzz";

  private FastFolder() {}

  /** Makes one; the caller removes it. */
  public static Path make() throws IOException {
    return Files.isWritable(MEMORY)
        ? Files.createTempDirectory(MEMORY, PREFIX)
        : Files.createTempDirectory(PREFIX);
  }
}
