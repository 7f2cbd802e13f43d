package org.densesteer.model.memory;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Free memory on macOS by {@code vm_stat}. The Java bean counts only pages that hold nothing at
 * all, a small part of what the system hands out.
 */
final class MacMemory {

  private static final Pattern PAGE_SIZE = Pattern.compile("page size of (\\d+) bytes");
  private static final Pattern USABLE =
      Pattern.compile("(?m)^Pages (?:free|inactive|speculative|purgeable):\\s+(\\d+)\\.");

  private MacMemory() {}

  static Optional<FreeMemory> read() {
    try {
      Process process = new ProcessBuilder("/usr/bin/vm_stat").redirectErrorStream(true).start();
      String report =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      return process.waitFor(2, TimeUnit.SECONDS) ? parse(report) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  static Optional<FreeMemory> parse(String report) {
    Matcher size = PAGE_SIZE.matcher(report);
    Matcher pages = USABLE.matcher(report);
    long sum = 0;
    while (pages.find()) {
      sum += Long.parseLong(pages.group(1));
    }
    return size.find() && sum > 0
        ? Optional.of(
            new FreeMemory(sum * Long.parseLong(size.group(1)), "available to the system"))
        : Optional.empty();
  }
}
