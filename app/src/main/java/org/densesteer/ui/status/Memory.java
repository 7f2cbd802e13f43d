package org.densesteer.ui.status;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.densesteer.common.Texts;

/** How much memory the workbench takes. */
final class Memory {

  private static final Path STATUS = Path.of("/proc/self/status");
  private static final String RESIDENT = "VmRSS:";

  private Memory() {}

  /** Such as {@code memory 412 MB}; the Java heap where the platform tells no more, and said so. */
  static String describe() {
    OptionalLong resident = resident(STATUS);
    if (resident.isPresent()) {
      return "memory " + megabytes(resident.getAsLong());
    }
    Runtime runtime = Runtime.getRuntime();
    return "Java heap " + megabytes(runtime.totalMemory() - runtime.freeMemory());
  }

  /** Resident bytes by a file like Linux's {@code /proc/self/status}; empty when it has none. */
  static OptionalLong resident(Path status) {
    try {
      for (String line : Files.readAllLines(status)) {
        if (line.startsWith(RESIDENT)) {
          String[] words = line.substring(RESIDENT.length()).strip().split(" ");
          return OptionalLong.of(Long.parseLong(words[0]) * 1024);
        }
      }
    } catch (IOException | NumberFormatException e) {
      return OptionalLong.empty();
    }
    return OptionalLong.empty();
  }

  private static String megabytes(long bytes) {
    return bytes < 10_000_000_000L ? bytes / 1_000_000 + " MB" : Texts.of("%.1f GB", bytes / 1e9);
  }
}
