package org.densesteer.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The physical memory that this process holds, and the most that it ever held. */
public final class PeakMemory {

  private static final Path STATUS = Path.of("/proc/self/status");
  private static final Path CLEAR = Path.of("/proc/self/clear_refs");
  private static final String HIGH_WATER = "VmHWM";
  private static final String RESIDENT = "VmRSS";

  private PeakMemory() {}

  /**
   * Most bytes ever held, or since {@link #restart}, or nothing on systems without {@code /proc}.
   */
  public static OptionalLong bytes() {
    return read(HIGH_WATER);
  }

  /**
   * Has {@link #bytes} begin anew, where the system allows it (Linux: proc_pid_clear_refs(5), 5
   * resets the peak).
   */
  static void restart() {
    try {
      Files.writeString(CLEAR, "5", StandardOpenOption.WRITE);
    } catch (IOException e) {
      // The peak is then that of all steps so far.
      return;
    }
  }

  /** Bytes held now, or nothing on systems without {@code /proc}. */
  public static OptionalLong residentBytes() {
    return read(RESIDENT);
  }

  private static OptionalLong read(String field) {
    try {
      return parse(Files.readAllLines(STATUS), field);
    } catch (IOException e) {
      return OptionalLong.empty();
    }
  }

  static OptionalLong parse(List<String> status, String field) {
    Pattern pattern = Pattern.compile(field + ":\\s+(\\d+)\\s+kB");
    return status.stream()
        .map(pattern::matcher)
        .filter(Matcher::matches)
        .mapToLong(line -> Long.parseLong(line.group(1)) * 1024)
        .findFirst();
  }
}
